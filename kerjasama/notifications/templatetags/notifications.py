from django import template
from django.template import Context

from kerjasama.notifications import selectors

register = template.Library()


@register.simple_tag(takes_context=True)
def unread_count(context: Context) -> int:
    """Unread lines of the person signed in; one query. For pages outside the staff frame."""
    user = getattr(context.get("request"), "user", None)
    return selectors.unread_count(user) if user is not None and user.is_authenticated else 0
