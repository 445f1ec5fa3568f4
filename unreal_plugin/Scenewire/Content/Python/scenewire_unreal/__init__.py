"""The plug-in's own Python: its menu and what that does. The package `scenewire` is loaded when the host is started."""
