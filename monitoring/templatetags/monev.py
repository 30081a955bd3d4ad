"""The traffic light and the months of a work plan in templates."""

from django import template
from django.utils.safestring import SafeString

from kerjasama.core.templatetags.ui import tag
from kerjasama.core.text import month_name
from monitoring.stages import Light

register = template.Library()
TONES = {Light.GREEN: "ok", Light.YELLOW: "wait", Light.RED: "bad"}


@register.simple_tag
def light(code: str) -> SafeString:
    """A light as a word with its tone; never by colour alone."""
    return tag(Light(code).label, TONES[Light(code)])


@register.filter
def bulan(month: int) -> str:
    """Januari for 1."""
    return month_name(month)
