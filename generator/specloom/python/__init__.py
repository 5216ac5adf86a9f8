"""From `ir` to Python source."""
