from django import template

from kerjasama.accounts import selectors

register = template.Library()


@register.simple_tag
def demo_accounts() -> list[selectors.DemoAccount]:
    """The sign-ins of the demo; an empty list outside demo mode."""
    return selectors.demo_accounts()
