"""The runtime every generated client carries."""
