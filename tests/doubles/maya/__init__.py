"""Maya's double: the package that code under test imports in place of Maya's own (see `maya_double`)."""
