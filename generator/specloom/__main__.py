"""Runs the command line: `python -m specloom`."""

from __future__ import annotations

from specloom.cli.main import run

if __name__ == "__main__":
    run()
