"""Who a partner is before the law, in plain words; which kind of cooperation follows, or why there is none."""

from dataclasses import dataclass

from django.db import models


class LegalClass(models.TextChoices):
    REGION = "REGION", "Pemerintah daerah lain (provinsi, kabupaten, kota)"
    STATE_COMPANY = "STATE_COMPANY", "Badan usaha milik negara (BUMN)"
    REGIONAL_COMPANY = "REGIONAL_COMPANY", "Badan usaha milik daerah (BUMD)"
    LIMITED_COMPANY = "LIMITED_COMPANY", "Perseroan terbatas (PT)"
    FOREIGN_INVESTED = "FOREIGN_INVESTED", "PT penanaman modal asing yang berbadan hukum Indonesia"
    COOPERATIVE = "COOPERATIVE", "Koperasi"
    PARTNERSHIP = "PARTNERSHIP", "CV, firma, atau usaha dagang"
    PERSON = "PERSON", "Perseorangan"
    FOUNDATION = "FOUNDATION", "Yayasan atau perguruan tinggi swasta"
    SOCIETY = "SOCIETY", "Organisasi kemasyarakatan berbadan hukum"
    SOCIETY_REGISTERED = "SOCIETY_REGISTERED", "Organisasi kemasyarakatan terdaftar, tidak berbadan hukum"
    MINISTRY = "MINISTRY", "Kementerian atau lembaga pemerintah"
    VERTICAL = "VERTICAL", "Instansi vertikal, misalnya kantor pertanahan"
    FORCES = "FORCES", "TNI atau Polri"
    CENTRAL_BANK = "CENTRAL_BANK", "Bank Indonesia"
    STATE_UNIVERSITY = "STATE_UNIVERSITY", "Perguruan tinggi negeri (satker, BLU, atau badan hukum)"
    STATUTORY_BODY = "STATUTORY_BODY", "Badan hukum publik, misalnya BPJS"
    FOREIGN_REGION = "FOREIGN_REGION", "Pemerintah daerah di luar negeri"
    INTERNATIONAL_BODY = "INTERNATIONAL_BODY", "Organisasi internasional antarpemerintah"
    DEVELOPMENT_PARTNER = "DEVELOPMENT_PARTNER", "Mitra pembangunan luar negeri (lembaga di bawah pemerintah asing)"
    FOREIGN_NONPROFIT = "FOREIGN_NONPROFIT", "Yayasan atau lembaga nirlaba berbadan hukum asing"
    FOREIGN_OTHER = "FOREIGN_OTHER", "Lembaga asing lain, misalnya sekolah atau universitas"
    FOREIGN_COMPANY = "FOREIGN_COMPANY", "Perusahaan asing tanpa badan hukum Indonesia"
    VILLAGE = "VILLAGE", "Desa"
    POLITICAL_PARTY = "POLITICAL_PARTY", "Partai politik"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a class leads to: `partner_kind` in the register, `cooperation` kind; "" where it is refused."""

    group: str
    partner_kind: str
    cooperation: str
    why: str
    basis: str
    category: str = ""

    @property
    def refused(self) -> bool:
        return not self.cooperation


_THIRD = "PP 28/2018 Pasal 14"
_CENTRE = "PP 28/2018 Pasal 46 ayat (1)"
_SYNERGY = (
    "{0} adalah bagian dari Pemerintah Pusat, bukan pihak ketiga. Bentuknya Sinergi: nota kesepakatan dengan rencana kerja, "
    "masing-masing memakai anggarannya sendiri."
)
_BY_PRACTICE = "PP 28/2018 Pasal 46 ayat (1); praktik pemerintah daerah"
DOMESTIC, SOCIETIES, CENTRAL, ABROAD, NONE = (
    "Badan usaha dan perseorangan", "Organisasi dan yayasan", "Pemerintah Pusat", "Luar negeri", "Lainnya",
)  # fmt: skip


def _company(name: str) -> Standing:
    return Standing(
        DOMESTIC,
        "COMPANY",
        "KSDPK",
        f"{name} adalah badan usaha berbadan hukum, yaitu pihak ketiga.",
        f"{_THIRD} huruf b",
    )


def _synergy(name: str, basis: str = _CENTRE) -> Standing:
    return Standing(CENTRAL, "CENTRAL", "SINERGI", _SYNERGY.format(name), basis, "SYNERGY")


STANDINGS: dict[str, Standing] = {
    LegalClass.REGION: Standing(
        "Daerah", "REGION", "KSDD", "Mitranya daerah otonom lain, jadi bentuknya kerja sama daerah dengan daerah lain.", "PP 28/2018 Pasal 3 ayat (1)"
    ),
    LegalClass.STATE_COMPANY: _company("BUMN"),
    LegalClass.REGIONAL_COMPANY: _company("BUMD"),
    LegalClass.LIMITED_COMPANY: _company("Perseroan terbatas"),
    LegalClass.FOREIGN_INVESTED: Standing(
        DOMESTIC, "COMPANY", "KSDPK",
        "PT penanaman modal asing didirikan menurut hukum Indonesia, jadi ia pihak ketiga dalam negeri, bukan lembaga luar negeri.",
        f"{_THIRD} huruf b; UU 25/2007 Pasal 5 ayat (2)",
    ),
    LegalClass.COOPERATIVE: _company("Koperasi"),
    LegalClass.PARTNERSHIP: Standing(
        DOMESTIC, "COMPANY", "",
        "CV, firma, dan usaha dagang tidak berbadan hukum, sehingga tidak dapat menjadi pihak sebagai badan usaha. Mintalah mitra membentuk badan "
        "hukum, atau pemiliknya mengajukan diri sebagai perseorangan sesudah ditelaah Bagian Hukum.",
        f"{_THIRD} huruf b",
    ),
    LegalClass.PERSON: Standing(DOMESTIC, "PERSON", "KSDPK", "Perseorangan adalah pihak ketiga.", f"{_THIRD} huruf a"),
    LegalClass.FOUNDATION: Standing(
        SOCIETIES, "SOCIETY", "KSDPK", "Yayasan dan perguruan tinggi swasta adalah pihak ketiga.", f"{_THIRD} huruf c; praktik pemerintah daerah"
    ),
    LegalClass.SOCIETY: Standing(SOCIETIES, "SOCIETY", "KSDPK", "Organisasi kemasyarakatan adalah pihak ketiga.", f"{_THIRD} huruf c"),
    LegalClass.SOCIETY_REGISTERED: Standing(
        SOCIETIES, "SOCIETY", "KSDPK", "Organisasi kemasyarakatan adalah pihak ketiga, juga yang tidak berbadan hukum.", f"{_THIRD} huruf c"
    ),
    LegalClass.MINISTRY: _synergy("Kementerian atau lembaga"),
    LegalClass.VERTICAL: _synergy("Instansi vertikal"),
    LegalClass.FORCES: _synergy("TNI atau Polri", _BY_PRACTICE),
    LegalClass.CENTRAL_BANK: _synergy("Bank Indonesia", _BY_PRACTICE),
    LegalClass.STATE_UNIVERSITY: _synergy("Perguruan tinggi negeri", _BY_PRACTICE),
    LegalClass.STATUTORY_BODY: _synergy("Badan hukum publik", _BY_PRACTICE),
    LegalClass.FOREIGN_REGION: Standing(
        ABROAD, "FOREIGN_REGION", "KSDPL", "Mitranya pemerintah daerah di luar negeri.", "PP 28/2018 Pasal 23 dan Pasal 24"
    ),
    LegalClass.INTERNATIONAL_BODY: Standing(
        ABROAD, "FOREIGN_BODY", "KSDLL",
        "Organisasi internasional bekerja sama dengan daerah sebagai penerusan kerja sama Pemerintah Pusat.", "PP 28/2018 Pasal 36 ayat (1)", "FORWARDED_BODY",
    ),
    LegalClass.DEVELOPMENT_PARTNER: Standing(
        ABROAD, "FOREIGN_BODY", "KSDLL",
        "Mitra pembangunan luar negeri bekerja sama dengan daerah sebagai penerusan kerja sama Pemerintah Pusat.", "PP 28/2018 Pasal 36 ayat (1)",
        "FORWARDED_BODY",
    ),
    LegalClass.FOREIGN_NONPROFIT: Standing(
        ABROAD, "FOREIGN_BODY", "KSDLL",
        "Lembaga nirlaba asing bekerja sama sebagai penerusan, dengan izin prinsip dan izin operasional yang berlaku.",
        "PP 28/2018 Pasal 36 ayat (1); Permendagri 25/2020 Pasal 30", "FORWARDED_NONPROFIT",
    ),
    LegalClass.FOREIGN_OTHER: Standing(
        ABROAD, "FOREIGN_BODY", "KSDLL", "Lembaga asing lain bekerja sama dengan persetujuan Pemerintah Pusat.", "PP 28/2018 Pasal 36 ayat (4)",
        "CENTRAL_APPROVAL",
    ),
    LegalClass.FOREIGN_COMPANY: Standing(
        ABROAD, "FOREIGN_BODY", "KSDLL",
        "Perusahaan asing hanya mungkin dengan persetujuan Pemerintah Pusat. Pengadaan dan penanaman modal mengikuti peraturannya sendiri, jadi "
        "mintalah telaah Bagian Hukum.",
        "PP 28/2018 Pasal 36 ayat (4); Permendagri 25/2020 Pasal 31", "CENTRAL_APPROVAL",
    ),
    LegalClass.VILLAGE: Standing(
        NONE, "REGION", "", "Desa bukan daerah otonom. Kerja sama desa diatur tersendiri, tidak melalui kerja sama daerah.", "UU 6/2014 Pasal 91"
    ),
    LegalClass.POLITICAL_PARTY: Standing(
        NONE, "SOCIETY", "", "Partai politik tidak dapat menjadi mitra kerja sama daerah.", "PP 28/2018 Pasal 36 ayat (2)"
    ),
}  # fmt: skip


def partner_kind_of(legal_class: str) -> str:
    """The kind under which the register keeps a partner of this class. Raises KeyError."""
    return STANDINGS[legal_class].partner_kind


def cooperations_with(partner_kind: str) -> frozenset[str]:
    """The kinds of cooperation the law opens to any class that the register keeps under one kind of partner."""
    return frozenset(s.cooperation for s in STANDINGS.values() if s.partner_kind == partner_kind and not s.refused)


def grouped() -> list[tuple[str, list[tuple[str, str]]]]:
    """The classes for a choice, under the headings of their groups."""
    found: dict[str, list[tuple[str, str]]] = {}
    for value, label in LegalClass.choices:
        found.setdefault(STANDINGS[value].group, []).append((value, label))
    return list(found.items())
