"""The parties of a naskah: several in a cell, each with its signatory and office where the row says so."""

import re
from dataclasses import dataclass, replace

from kerjasama.importing.reading.lines import Plain, as_text, says_nothing, words_of
from kerjasama.importing.reading.ourselves import Us
from kerjasama.importing.reading.party_classes import Guess, guess_of


@dataclass(frozen=True)
class Party:
    """`guess` is a guess; `ours` when the name is our government's or an office of ours."""

    name: str
    ours: bool = False
    signatory: str = ""
    office: str = ""
    guess: Guess = Guess.UNKNOWN


@dataclass(frozen=True)
class Parties:
    """All parties of a cell, in the order written."""

    found: tuple[Party, ...] = ()
    notes: tuple[str, ...] = ()


OPENERS = (
    r"PT|CV|UD|Firma|Perum(?:da)?|Perusahaan|Koperasi|Bank|BPD|BPR|Yayasan|Perkumpulan|Pemerintah|Pemkab|Pemkot|Pemprov|Pemda|Kabupaten|Kab|Kota|Provinsi"
    r"|Kementerian|Kejaksaan|Kepolisian|Polres|Polda|Kodim|Korem|BPJS|BPS|BNNK?|BPN|Universitas|Politeknik|Institut|Sekolah Tinggi|Akademi|Badan|Dinas|Kantor"
    r"|Balai|Lembaga|Rumah Sakit|RSUD|RSU|RS|Ikatan|Komisi|Otoritas|Pengadilan|Majelis|Asosiasi|Forum|Sekretariat|Direktorat|Inspektorat|Kecamatan|Desa"
    r"|Bupati|Wali ?Kota|Gubernur|DPRD|Lapas|Kwartir|Palang Merah"
)
#: A name begins with one of these words and goes on after it.
OPENS = re.compile(rf"(?:{OPENERS})\b\.?\s+\S", re.IGNORECASE)
ABBREVIATED = re.compile(r"(?:PDAM|BPJS|BPS|BNN|BNNK|BPN|KPU|BAZNAS|TNI|POLRI|PLN|BI|OJK)\b", re.IGNORECASE)
WORD = re.compile(r"\s+(?:dan|serta|dengan|&)\s+|,\s+|\s+&\s*|\s*\+\s*", re.IGNORECASE)
ITEM = re.compile(r"(?:^|(?<=\s))(?:\(?\d{1,2}[.)]|[a-h][.)]|[-•–])\s+(?=[A-Z(])")
PLACE = re.compile(r"^(?:pihak (?:kesatu|pertama|kedua|ketiga|keempat|i{1,3}|iv|\d))\s*[:=.-]\s*", re.IGNORECASE)
BETWEEN = re.compile(r"^antara\s+", re.IGNORECASE)
REPRESENTED = re.compile(
    r",?\s*(?:yang )?(?:diwakili|ditandatangani) oleh\s+(?P<who>.+?)(?:,?\s+(?:selaku|sebagai)\s+(?P<office>.+))?$",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"\b(?:bupati|wakil bupati|wali ?kota|gubernur|direktur|direksi|kepala|rektor|dekan|ketua|sekretaris|camat|menteri|pimpinan|manajer|manager|pemimpin"
    r"|asisten|kapolres|kajari|komandan|general manager|president|mayor|dirjen|pembina|pengurus|plt|plh|pj|pjs)\b",
    re.IGNORECASE,
)


def read(value: Plain, us: Us | None = None) -> Parties:
    """The parties a cell names. Names that hold "dan" stay whole unless a party begins on both sides of it."""
    if says_nothing(value):
        said = as_text(value).strip()
        return Parties(notes=(f"Sel berisi “{said}”: pihak tidak diketahui.",) if said else ())
    notes: list[str] = []
    names: list[str] = []
    for chunk in _chunks(as_text(value)):
        pieces = _pieces(chunk, us)
        if len(pieces) > 1:
            notes.append(f"“{chunk}” dibaca sebagai {len(pieces)} pihak.")
        names += pieces
    found = tuple(dict.fromkeys(_party(name, us) for name in names if name and not says_nothing(name)))
    return Parties(found, tuple(notes))


def _chunks(text: str) -> list[str]:
    """Lines, semicolons and numbered items; a line that carries a name on is joined to the one before."""
    lines = re.split(r"\n|;", ITEM.sub("\n", text))
    chunks: list[str] = []
    for line in (PLACE.sub("", line.strip(" ,;\t")) for line in lines):
        goes_on = (
            bool(chunks)
            and (re.match(r"(?:dan|serta|&|dengan)$", line, re.IGNORECASE) is None)
            and _carries_on(chunks[-1], line)
        )
        if goes_on:
            chunks[-1] = f"{chunks[-1]} {line}"
        elif line and not re.fullmatch(r"dan|serta|&|dengan", line, re.IGNORECASE):
            chunks.append(re.sub(r"\s+(?:dan|serta|dengan)$", "", line, flags=re.IGNORECASE) if _begins(line) else line)
    return chunks


def _carries_on(before: str, line: str) -> bool:
    """True for a line broken inside a name: it begins small, with "dan", or the one before ends in a small word."""
    if not line or _begins(re.sub(r"^(?:dan|serta|dengan|&)\s+", "", line, flags=re.IGNORECASE)):
        return False
    return (
        line[0].islower()
        or line.startswith("(")
        or re.search(r"\b(?:dan|dengan|serta|&|untuk|di|of)$", before, re.IGNORECASE) is not None
    )


def _begins(text: str) -> bool:
    return OPENS.match(text) is not None or ABBREVIATED.match(text) is not None


def _pieces(chunk: str, us: Us | None) -> list[str]:
    chunk = BETWEEN.sub("", chunk)
    pieces: list[str] = []
    start = 0
    for found in WORD.finditer(chunk):
        left, right = chunk[start : found.start()], chunk[found.end() :]
        if _parts(left, found[0].strip().lower(), right, us):
            pieces.append(left.strip(" ,"))
            start = found.end()
    pieces.append(chunk[start:].strip(" ,"))
    return [re.sub(r"^(?:dan|serta|dengan|&)\s+", "", piece, flags=re.IGNORECASE) for piece in pieces]


def _parts(left: str, word: str, right: str, us: Us | None) -> bool:
    """True where one party ends and another begins."""
    ours = us is not None and us.is_us(left)
    if word == "dengan":
        return ours or _begins(left)
    return (ours or _begins(left)) and (_begins(right) or (us is not None and us.is_us(right)))


def _party(name: str, us: Us | None) -> Party:
    who = office = ""
    represented = REPRESENTED.search(name)
    if represented:
        name, who, office = (
            name[: represented.start()],
            represented["who"].strip(),
            (represented["office"] or "").strip(),
        )
    ours = us is not None and (us.is_us(name) or us.is_unit(name))
    return Party(name.strip(), ours, who, office, guess_of(name))


@dataclass(frozen=True)
class Signer:
    """A name, an office, or both, as a signatory's cell holds them."""

    name: str = ""
    office: str = ""


def signers(value: Plain) -> list[Signer]:
    """The signatories of a cell, one a line or one a semicolon; an office alone is an office and no name."""
    if says_nothing(value):
        return []
    text = ITEM.sub("\n", as_text(value))
    lines = [line.strip(" ,") for line in re.split(r"\n|;", text) if line.strip(" ,") and not says_nothing(line)]
    if len(lines) == 2 and not OFFICE.search(lines[0]) and OFFICE.search(lines[1]):
        return [Signer(lines[0], lines[1].strip("() "))]
    return [_signer(PLACE.sub("", line)) for line in lines]


def _signer(line: str) -> Signer:
    if not OFFICE.search(line):
        return Signer(name=line)
    begins = OFFICE.search(line)
    who = line[: begins.start()].rstrip() if begins else ""
    if begins and who.endswith((",", "(", "-", "/")):
        return Signer(who.strip(" ,(-/"), line[begins.start() :].strip(" ()"))
    return Signer(office=line)


def joined(found: tuple[Party, ...], people: list[Signer], offices: list[str]) -> Parties:
    """Give each party its signatory and office where their counts agree; otherwise say so and give nobody anything."""
    notes: list[str] = []
    if people and len(people) == len(found):
        found = tuple(
            replace(party, signatory=party.signatory or one.name, office=party.office or one.office)
            for party, one in zip(found, people, strict=True)
        )
    elif people:
        notes.append(f"{len(people)} penandatangan untuk {len(found)} pihak: siapa mewakili siapa tidak diketahui.")
    if offices and len(offices) == len(found):
        found = tuple(
            replace(party, office=party.office or office) for party, office in zip(found, offices, strict=True)
        )
    elif offices:
        notes.append(f"{len(offices)} jabatan untuk {len(found)} pihak: jabatan siapa tidak diketahui.")
    return Parties(found, tuple(notes))


def key_of(party: Party) -> str:
    """A party's name for comparing, without its legal form and rank."""
    return re.sub(r"\b(?:pt|cv|tbk|persero|pemerintah|daerah)\b ?", "", words_of(party.name)).strip()
