from django.apps import AppConfig

from agreements.dbguards import DATABASE_GUARDS
from agreements.outgoing import OUTGOING
from kerjasama.documents.dbguards import letter_guard


class AgreementsConfig(AppConfig):
    name = "agreements"
    label = "agreements"
    verbose_name = "Naskah kerja sama"
    default_auto_field = "django.db.models.BigAutoField"
    DATABASE_GUARDS = (*DATABASE_GUARDS, letter_guard("agreements.agreement", OUTGOING))
