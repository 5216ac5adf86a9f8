"""Typed Python clients from API descriptions, with jobs that always land."""

__version__ = "0.1.0"
