from django.apps import AppConfig

from kerjasama.documents.dbguards import letter_guard
from kerjasama.statutory.dbguards import DATABASE_GUARDS
from kerjasama.statutory.outgoing import OUTGOING


class StatutoryConfig(AppConfig):
    name = "kerjasama.statutory"
    label = "statutory"
    verbose_name = "Pelaporan"
    default_auto_field = "django.db.models.BigAutoField"
    DATABASE_GUARDS = (*DATABASE_GUARDS, letter_guard("statutory.reportedition", OUTGOING))
