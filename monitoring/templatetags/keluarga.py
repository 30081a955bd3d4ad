"""The family of a naskah in templates: on the page of a case, and on that of an old naskah."""

from typing import Any

from django import template

from agreements.stages import Stage
from monitoring import family

register = template.Library()


@register.inclusion_tag("monitoring/family.html", takes_context=True)
def old_family(context: dict[str, Any], old: Any) -> dict[str, Any]:
    """The family of an old naskah."""
    return _shown(family.trees(context["request"].user, olds=[old.pk]))


@register.inclusion_tag("monitoring/family.html", takes_context=True)
def case_family(context: dict[str, Any], agreements: list[Any]) -> dict[str, Any]:
    """The families of the naskah of a case; nothing while there is none."""
    alive = [one.pk for one in agreements if one.stage != Stage.CANCELLED]
    return _shown(family.trees(context["request"].user, agreements=alive) if alive else [])


def _shown(roots: list[family.Node]) -> dict[str, Any]:
    """A naskah that stands alone and plans nothing has no family to show."""
    alone = len(roots) == 1 and not roots[0].children and not roots[0].activities
    return {"roots": [] if alone else roots}
