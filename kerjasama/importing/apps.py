from django.apps import AppConfig


class ImportingConfig(AppConfig):
    name = "kerjasama.importing"
    label = "importing"
    verbose_name = "Impor register"
    default_auto_field = "django.db.models.BigAutoField"
