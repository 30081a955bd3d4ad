from django.apps import AppConfig


class PartiesConfig(AppConfig):
    name = "kerjasama.parties"
    label = "parties"
    verbose_name = "Daerah dan mitra"
    default_auto_field = "django.db.models.BigAutoField"
