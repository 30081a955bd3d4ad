"""Rights in the admin follow from offices, so that nobody keeps a second list of who may."""

from typing import Any

from django.contrib.auth.backends import BaseBackend

from kerjasama.accounts import permissions
from kerjasama.accounts.offices import Office

#: What the administrator of the application looks after; cases are not among it.
ADMINISTERED = frozenset({"accounts", "core", "parties", "notifications", "documents", "django_tasks_database"})


class OfficeBackend(BaseBackend):
    """ADMIN may add, change and view in the administered rooms; INSPEKTORAT may view everything.

    Deleting is in no one's hands. Signs nobody in: that is the work of the allauth backend.
    """

    def has_perm(self, user: Any, perm: str, obj: Any = None) -> bool:
        app, _, codename = perm.partition(".")
        action = codename.partition("_")[0]
        if action == "view" and permissions.holds(user, Office.INSPEKTORAT):
            return True
        administered = app in ADMINISTERED and action in ("add", "change", "view")
        return administered and permissions.holds(user, Office.ADMIN)

    def has_module_perms(self, user: Any, app_label: str) -> bool:
        return permissions.holds(user, Office.INSPEKTORAT) or (
            app_label in ADMINISTERED and permissions.holds(user, Office.ADMIN)
        )
