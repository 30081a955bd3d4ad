from tests.support.wanasari import people, walk

__all__ = ["people", "walk"]
