"""The tales of the demo, by key."""

from kerjasama.demo.stories import digital, economy, environment, health, others, schools, trade, works
from kerjasama.demo.stories.tale import Tale

_ROOMS = (environment, health, schools, works, economy, trade, digital, others)
TALES: dict[str, Tale] = {key: tale for room in _ROOMS for key, tale in room.TALES.items()}
