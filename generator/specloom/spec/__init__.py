"""The outside world, read into `ir`."""
