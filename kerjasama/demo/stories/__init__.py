"""The tales of the demo, by key."""

from collections import defaultdict

from kerjasama.demo.stories import environment
from kerjasama.demo.stories.tale import Tale

TALES: dict[str, Tale] = defaultdict(lambda: environment.WASTE, environment.TALES)
