"""Keeping and dropping of the views of a list that one person has named."""

from django.db import transaction

from kerjasama.accounts.models import SavedView, User
from kerjasama.core.errors import BadInput


def of(user: User, page: str) -> list[SavedView]:
    """The views a person has kept of a list, by name."""
    return list(SavedView.objects.filter(user=user, page=page))


@transaction.atomic
def keep(user: User, page: str, name: str, query: str) -> SavedView:
    """Keep a view under a name; the same name again replaces it. Raises BadInput without a name, or when there are too many."""
    name = " ".join(name.split())
    if not name or len(name) > 60:
        raise BadInput("Tampilan belum disimpan. Beri nama paling panjang 60 huruf.")
    if len(query) > 1500:
        raise BadInput("Tampilan belum disimpan. Saringannya terlalu panjang untuk disimpan.")
    # One at a time for a person, so that two tabs cannot pass the limit together.
    User.objects.select_for_update().get(pk=user.pk)
    held = SavedView.objects.filter(user=user, page=page)
    if held.exclude(name=name).count() >= SavedView.MOST:
        raise BadInput(f"Tampilan belum disimpan. Paling banyak {SavedView.MOST}; hapus yang tidak dipakai lagi.")
    return SavedView.objects.update_or_create(user=user, page=page, name=name, defaults={"query": query})[0]


def drop(user: User, page: str, pk: int) -> bool:
    """Forget one's own view; False when there is none such."""
    return bool(SavedView.objects.filter(user=user, page=page, pk=pk).delete()[0])
