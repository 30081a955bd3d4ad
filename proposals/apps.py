from django.apps import AppConfig


class ProposalsConfig(AppConfig):
    name = "proposals"
    label = "proposals"
    verbose_name = "Usulan kerja sama"
    default_auto_field = "django.db.models.BigAutoField"
