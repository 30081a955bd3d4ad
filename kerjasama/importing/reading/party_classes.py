"""What sort of party a name suggests. A guess, and called one: a person decides."""

import re
from enum import StrEnum


class Guess(StrEnum):
    """Sorts of parties a name may suggest."""

    REGION = "REGION"
    MINISTRY = "MINISTRY"
    UNIVERSITY = "UNIVERSITY"
    COMPANY = "COMPANY"
    SOCIETY = "SOCIETY"
    FOREIGN = "FOREIGN"
    PERSON = "PERSON"
    UNKNOWN = "UNKNOWN"


LABELS = {
    Guess.REGION: "daerah", Guess.MINISTRY: "instansi pusat", Guess.UNIVERSITY: "perguruan tinggi", Guess.COMPANY: "badan usaha",
    Guess.SOCIETY: "organisasi kemasyarakatan", Guess.FOREIGN: "pihak luar negeri", Guess.PERSON: "perseorangan",
    Guess.UNKNOWN: "belum dapat diduga",
}  # fmt: skip
#: The first that fits decides, so that "Universitas Negara Asing Ltd" and the like meet the narrower word first.
RULES: tuple[tuple[Guess, str], ...] = (
    (Guess.FOREIGN, r"\b(?:ltd|inc|llc|gmbh|b\.?v|co\. ?ltd|pte|sdn\.? bhd|prefecture|province of|city of|municipality|government of|embassy|foundation"
     r"|university of|\w+ university|kedutaan|negara bagian|prefektur|unicef|undp|usaid|jica|giz)\b"),
    (Guess.UNIVERSITY, r"\b(?:universitas|univ|institut (?!otoritas)|politeknik|sekolah tinggi|akademi|stikes|stie|stai|uin|iain|fakultas|poltekkes)\b"),
    (Guess.COMPANY, r"\b(?:pt|cv|ud|firma|fa|perum|perumda|perusahaan|bank|koperasi|bumd|bumn|tbk|persero|pdam|rumah sakit swasta|hotel|klinik)\b"),
    (Guess.MINISTRY, r"\b(?:kementerian|kemen\w+|kejaksaan|kepolisian|polres|polda|polri|kodim|korem|tni|bpjs|badan pusat statistik|bps|bnn\w?"
     r"|badan narkotika|badan pertanahan|bpn|kantor wilayah|kanwil|kantor pertanahan|pengadilan|lapas"
     r"|balai besar|direktorat jenderal|ditjen|lembaga administrasi"
     r"|komisi"
     r"|ombudsman|otoritas jasa keuangan|bank indonesia|badan nasional|kantor pelayanan pajak|kpp pratama|imigrasi)\b"),
    (Guess.REGION, r"\b(?:pemerintah (?:daerah|provinsi|kabupaten|kota)|pem(?:kab|kot|prov|da)|kabupaten|kab|kota|provinsi|prov|bupati|wali ?kota|gubernur)\b"),
    (Guess.SOCIETY, r"\b(?:yayasan|perkumpulan|ikatan|lembaga|forum|asosiasi|majelis"
     r"|paguyuban|komunitas|organisasi|himpunan|persatuan|palang merah|lsm|gerakan)\b"),
    (Guess.PERSON, r"^(?:(?:bapak|ibu|sdr|sdri|saudara|saudari|tuan|nyonya|h|hj|dr|drs|ir|prof)\b\.?\s*)+\S"),
)  # fmt: skip
COMPILED = tuple((guess, re.compile(pattern, re.IGNORECASE)) for guess, pattern in RULES)
#: These are of the state although a word in them says company or lobby.
STATE = re.compile(
    r"\b(?:bank indonesia|kementerian|badan (?:nasional|pusat)|otoritas jasa keuangan|direktorat jenderal)\b",
    re.IGNORECASE,
)


def guess_of(name: str) -> Guess:
    """The sort a name suggests; UNKNOWN where nothing does."""
    if STATE.search(name):
        return Guess.MINISTRY
    return next((guess for guess, pattern in COMPILED if pattern.search(name)), Guess.UNKNOWN)
