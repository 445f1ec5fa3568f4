"""Adapters: what each 3D application does for the atomic operations. Importing this needs no application."""
