from django.apps import AppConfig


class SetupConfig(AppConfig):
    name = "kerjasama.setup"
    label = "setup"
    verbose_name = "Penyiapan"
    default_auto_field = "django.db.models.BigAutoField"
