"""How the properties of the Maya MCP server's design (seed 003) are tried: a hundred cases of each, always the same."""

from hypothesis import HealthCheck, settings

HUNDRED = settings(
    max_examples=100, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
