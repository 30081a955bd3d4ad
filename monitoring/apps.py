from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    name = "monitoring"
    label = "monitoring"
    verbose_name = "Monitoring dan evaluasi"
    default_auto_field = "django.db.models.BigAutoField"
