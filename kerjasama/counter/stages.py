"""Stages and vocabularies of what comes in from outside. Codes stand in the database, labels on the page."""

from django.db import models


class Stage(models.TextChoices):
    RECEIVED = "RECEIVED", "Diperiksa Bagian Kerja Sama"
    # Beside the route
    INCOMPLETE = "INCOMPLETE", "Menunggu kelengkapan dari pemohon"
    ACCEPTED = "ACCEPTED", "Diterima menjadi usulan"
    REJECTED = "REJECTED", "Ditolak"
    LAPSED = "LAPSED", "Gugur karena tidak dilengkapi"


class Applicant(models.TextChoices):
    """Who may ask online: another region, or a third party of PP 28/2018 art. 14."""

    REGION = "REGION", "Pemerintah daerah"
    COMPANY = "COMPANY", "Badan usaha berbadan hukum"
    SOCIETY = "SOCIETY", "Organisasi kemasyarakatan"
    PERSON = "PERSON", "Perseorangan"


class LegalForm(models.TextChoices):
    """The forms a badan usaha or an organisasi kemasyarakatan says of itself."""

    PT = "PT", "Perseroan terbatas (PT), termasuk perorangan dan PMA"
    STATE = "STATE", "BUMN (persero atau perum)"
    REGIONAL = "REGIONAL", "BUMD (perseroda atau perumda)"
    COOPERATIVE = "COOPERATIVE", "Koperasi"
    FOUNDATION = "FOUNDATION", "Yayasan"
    ASSOCIATION = "ASSOCIATION", "Perkumpulan berbadan hukum"
    REGISTERED = "REGISTERED", "Organisasi tidak berbadan hukum dengan surat keterangan terdaftar"


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


#: The legal forms each kind of applicant may have; others have none.
FORMS_OF: dict[str, tuple[LegalForm, ...]] = {
    Applicant.COMPANY: (LegalForm.PT, LegalForm.STATE, LegalForm.REGIONAL, LegalForm.COOPERATIVE),
    Applicant.SOCIETY: (LegalForm.FOUNDATION, LegalForm.ASSOCIATION, LegalForm.REGISTERED),
}
#: Papers without which a request is not sent: another region asks by letter; a third party proves its case as well
#: (PP 28/2018 art. 18; UU 23/2014 art. 366 paragraph (3)).
WANTED: dict[str, tuple[PaperKind, ...]] = {
    Applicant.REGION: (PaperKind.LETTER,),
    Applicant.COMPANY: (PaperKind.LETTER, PaperKind.STUDY, PaperKind.LEGALITY),
    Applicant.SOCIETY: (PaperKind.LETTER, PaperKind.STUDY, PaperKind.LEGALITY),
    Applicant.PERSON: (PaperKind.LETTER, PaperKind.STUDY),
}
