from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "kerjasama.core"
    label = "core"
    verbose_name = "Pengaturan dasar"
    default_auto_field = "django.db.models.BigAutoField"
