from typing import Any

from django import template

from kerjasama.accounts import second_factor, selectors

register = template.Library()


@register.simple_tag
def demo_accounts() -> list[selectors.DemoAccount]:
    """The sign-ins of the demo; an empty list outside demo mode."""
    return selectors.demo_accounts()


@register.simple_tag(takes_context=True)
def second_factor_owed(context: dict[str, Any]) -> bool:
    """Whether the person signed in must set up a second factor before anything else."""
    return second_factor.is_owed(context["request"].user)
