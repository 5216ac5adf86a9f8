"""How drawn tests draw: the same inputs in every run, new ones on request.

`HYPOTHESIS_PROFILE=explore pytest tests/property` draws anew and longer.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
