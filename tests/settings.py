"""The product's settings as tests see them; loaded before any conftest, so the place is named here."""

import os

os.environ["KERJASAMA_ENV"] = "test"
# Playwright keeps an event loop running in the test's thread; the ORM is still used from one thread only.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

from kerjasama.settings import *  # noqa: E402, F403
