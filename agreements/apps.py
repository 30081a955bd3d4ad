from django.apps import AppConfig

from agreements.dbguards import DATABASE_GUARDS


class AgreementsConfig(AppConfig):
    name = "agreements"
    label = "agreements"
    verbose_name = "Naskah kerja sama"
    default_auto_field = "django.db.models.BigAutoField"
    DATABASE_GUARDS = DATABASE_GUARDS
