"""How the properties of the Maya MCP server's design (seed 003) are tried: a hundred cases of each, the same each time."""

from hypothesis import HealthCheck, settings

HUNDRED = settings(
    max_examples=100, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
