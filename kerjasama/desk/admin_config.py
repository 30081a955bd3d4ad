"""Loaded before any model: nothing but the name of our admin site may stand here."""

from django.contrib.admin.apps import AdminConfig


class HouseAdminConfig(AdminConfig):
    """Stands in INSTALLED_APPS in the place of django.contrib.admin."""

    default_site = "kerjasama.desk.admin_site.HouseAdminSite"
