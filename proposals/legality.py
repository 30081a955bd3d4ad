"""Which papers prove that a partner exists and may act, by its legal class (PP 28/2018 art. 14)."""

from django.db import models

from kerjasama.parties.classes import LegalClass


class PaperKind(models.TextChoices):
    DEED = "DEED", "Akta pendirian dan perubahannya"
    DECREE = "DECREE", "Keputusan pengesahan badan hukum"
    STATUTES = "STATUTES", "Anggaran dasar dan anggaran rumah tangga"
    BUSINESS_NUMBER = "BUSINESS_NUMBER", "Nomor Induk Berusaha (NIB)"
    TAX_NUMBER = "TAX_NUMBER", "Nomor Pokok Wajib Pajak (NPWP)"
    REGISTRATION = "REGISTRATION", "Surat Keterangan Terdaftar (SKT)"
    IDENTITY = "IDENTITY", "Kartu Tanda Penduduk (KTP)"
    LICENCE = "LICENCE", "Izin atau sertifikat lain"


K = PaperKind
_COMPANY = (K.DEED, K.DECREE, K.BUSINESS_NUMBER, K.TAX_NUMBER)
#: What each class must show; the law asks for the legal standing, the list of papers is practice.
NEEDED: dict[str, tuple[str, ...]] = {
    LegalClass.STATE_COMPANY: _COMPANY,
    LegalClass.REGIONAL_COMPANY: _COMPANY,
    LegalClass.LIMITED_COMPANY: _COMPANY,
    LegalClass.FOREIGN_INVESTED: _COMPANY,
    LegalClass.COOPERATIVE: _COMPANY,
    LegalClass.PERSON: (K.IDENTITY, K.TAX_NUMBER),
    LegalClass.FOUNDATION: (K.DEED, K.DECREE, K.TAX_NUMBER),
    LegalClass.SOCIETY: (K.STATUTES, K.DECREE, K.TAX_NUMBER),
    LegalClass.SOCIETY_REGISTERED: (K.STATUTES, K.REGISTRATION),
}
#: Registered before classes were asked: by its kind of partner.
_BY_KIND = {"PERSON": NEEDED[LegalClass.PERSON], "SOCIETY": NEEDED[LegalClass.SOCIETY_REGISTERED]}


def needed_of(legal_class: str, partner_kind: str = "") -> tuple[str, ...]:
    """The papers a partner of a class must show."""
    return NEEDED.get(legal_class) or _BY_KIND.get(partner_kind, _COMPANY)
