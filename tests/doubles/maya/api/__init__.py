"""Maya's double: `maya.api`."""
