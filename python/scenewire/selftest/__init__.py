"""``mayapy -m scenewire.selftest``: whether this application does what the catalogue says, as a report to send back."""
