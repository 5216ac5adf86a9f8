"""A stateful local stand-in for any described API."""
