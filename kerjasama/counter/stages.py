"""Stages and vocabularies of what comes in from outside. Codes stand in the database, labels on the page."""

from django.db import models

from kerjasama.parties.classes import STANDINGS, LegalClass


class Stage(models.TextChoices):
    RECEIVED = "RECEIVED", "Diperiksa Bagian Kerja Sama"
    # Beside the route
    INCOMPLETE = "INCOMPLETE", "Menunggu kelengkapan dari pemohon"
    ACCEPTED = "ACCEPTED", "Diterima menjadi usulan"
    PLANNED = "PLANNED", "Dimasukkan ke rencana tahunan"
    REJECTED = "REJECTED", "Ditolak"
    LAPSED = "LAPSED", "Gugur karena tidak dilengkapi"


class Applicant(models.TextChoices):
    """Who may ask online: another region, or a third party of PP 28/2018 art. 14."""

    REGION = "REGION", "Pemerintah daerah"
    COMPANY = "COMPANY", "Badan usaha berbadan hukum"
    SOCIETY = "SOCIETY", "Organisasi kemasyarakatan"
    PERSON = "PERSON", "Perseorangan"


class PaperKind(models.TextChoices):
    """What a file is said to be by the one who sends it."""

    LETTER = "LETTER", "Surat permohonan atau penawaran"
    STUDY = "STUDY", "Studi kelayakan"
    LEGALITY = "LEGALITY", "Dokumen legalitas"
    OTHER = "OTHER", "Dokumen lain"
    ANSWER = "ANSWER", "Surat jawaban"


class PaperStatus(models.TextChoices):
    """A file of a stranger is nothing but a file until a person of the Bagian has accepted it."""

    QUARANTINED = "QUARANTINED", "Dalam karantina"
    ACCEPTED = "ACCEPTED", "Diterima"
    REFUSED = "REFUSED", "Perlu diganti"


class InvitationStatus(models.TextChoices):
    """How far the answer of a partner by link is."""

    QUEUED = "QUEUED", "Tautan sedang dikirim"
    SENT = "SENT", "Menunggu jawaban mitra"
    ANSWERED = "ANSWERED", "Perlu diperiksa"
    ACCEPTED = "ACCEPTED", "Diterima"
    RETURNED = "RETURNED", "Dikembalikan kepada mitra"
    REVOKED = "REVOKED", "Dicabut"


#: The classes each kind of applicant may say of itself; those the law refuses are offered too, to be told why.
CLASSES_OF: dict[str, tuple[LegalClass, ...]] = {
    Applicant.REGION: (LegalClass.REGION,),
    Applicant.COMPANY: (
        LegalClass.LIMITED_COMPANY,
        LegalClass.FOREIGN_INVESTED,
        LegalClass.STATE_COMPANY,
        LegalClass.REGIONAL_COMPANY,
        LegalClass.COOPERATIVE,
        LegalClass.PARTNERSHIP,
    ),
    Applicant.SOCIETY: (
        LegalClass.FOUNDATION,
        LegalClass.SOCIETY,
        LegalClass.SOCIETY_REGISTERED,
        LegalClass.POLITICAL_PARTY,
    ),
    Applicant.PERSON: (LegalClass.PERSON,),
}
#: The classes of each kind with which a request can be filed.
ALLOWED: dict[str, list[str]] = {
    kind: [str(one) for one in classes if not STANDINGS[one].refused] for kind, classes in CLASSES_OF.items()
}
#: Papers without which a request is not sent: another region asks by letter; a third party proves its case as well
#: (PP 28/2018 art. 18; UU 23/2014 art. 366 paragraph (3)).
WANTED: dict[str, tuple[PaperKind, ...]] = {
    Applicant.REGION: (PaperKind.LETTER,),
    Applicant.COMPANY: (PaperKind.LETTER, PaperKind.STUDY, PaperKind.LEGALITY),
    Applicant.SOCIETY: (PaperKind.LETTER, PaperKind.STUDY, PaperKind.LEGALITY),
    Applicant.PERSON: (PaperKind.LETTER, PaperKind.STUDY),
}
