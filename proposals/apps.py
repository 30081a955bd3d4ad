from django.apps import AppConfig

from kerjasama.documents.dbguards import letter_guard
from proposals.outgoing import OUTGOING, PLAN_OUTGOING


class ProposalsConfig(AppConfig):
    name = "proposals"
    label = "proposals"
    verbose_name = "Usulan kerja sama"
    default_auto_field = "django.db.models.BigAutoField"
    DATABASE_GUARDS = (letter_guard("proposals.proposal", OUTGOING), letter_guard("proposals.planyear", PLAN_OUTGOING))
