"""How properties are tried: anew in every run at a desk, the same ones each time where a run decides about a change."""

import os

from hypothesis import settings

settings.register_profile("decides", derandomize=True, deadline=None)
settings.register_profile("explores", deadline=None)
settings.load_profile("decides" if os.environ.get("CI") else "explores")
