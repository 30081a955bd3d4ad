from tests.support.press import quick_press
from tests.support.world import _wanasari, people, walk

__all__ = ["_wanasari", "people", "quick_press", "walk"]
