from tests.support.press import quick_press
from tests.support.wanasari import people, walk

__all__ = ["people", "quick_press", "walk"]
