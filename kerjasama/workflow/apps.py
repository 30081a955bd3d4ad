from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    name = "kerjasama.workflow"
    label = "workflow"
    verbose_name = "Alur dan jejak"
    default_auto_field = "django.db.models.BigAutoField"
