from django.apps import AppConfig


class CounterConfig(AppConfig):
    name = "kerjasama.counter"
    label = "counter"
    verbose_name = "Loket mitra"
    default_auto_field = "django.db.models.BigAutoField"
