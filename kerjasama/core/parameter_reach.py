"""What a change of a parameter leaves alone and what it touches; the rooms above count it.

Core knows no case. `settings.PARAMETER_REACH` names the function that answers for a key.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class Reach:
    """`kept`: how many pieces of running work keep the old value, in `kept_text`; likewise `touched`."""

    kept: int = 0
    kept_text: str = ""
    kept_url: str = ""
    touched: int = 0
    touched_text: str = ""


def reach_of(key: str) -> Reach:
    """The reach of one parameter, now. Raises KeyError for a key that is not registered."""
    return import_string(settings.PARAMETER_REACH)(key)
