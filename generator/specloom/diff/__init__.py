"""What changed between two APIs, and for whom it breaks."""
