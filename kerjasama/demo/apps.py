from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "kerjasama.demo"
    label = "demo"
    verbose_name = "Peragaan"
    default_auto_field = "django.db.models.BigAutoField"
