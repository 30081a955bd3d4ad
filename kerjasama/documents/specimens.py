"""Sample facts of the papers that a region may word: an invented partner, our own kop and our own people."""

from collections.abc import Callable
from datetime import time, timedelta
from decimal import Decimal
from typing import Any

from kerjasama.accounts.models import Government
from kerjasama.accounts.offices import Office
from kerjasama.core import clock, parameters
from kerjasama.documents import papers
from kerjasama.documents.papers.letters import IMPORTANT
from kerjasama.documents.signers import signer_of

TITLE = "Judul Kerja Sama Contoh"
CODE = "KSDD-CONTOH"
REGION = {
    "partner_name": "Pemerintah Kabupaten Contoh",
    "partner_head_title": "Bupati Contoh",
    "partner_place": "Contoh",
}
FIRM = {"partner_name": "PT Mitra Contoh", "partner_head_title": "Direktur PT Mitra Contoh", "partner_place": "Contoh"}
AGENCY = {"partner_name": "Kementerian Contoh", "partner_head_title": "Menteri Contoh", "partner_place": "Jakarta"}
UNIT = "Dinas Contoh"
COPIES = ["Gubernur", "Sekretaris Daerah", f"Kepala {UNIT}"]
REASONS = "a. alasan pertama; dan\nb. alasan kedua."


def specimen(template: str) -> dict[str, Any]:
    """The facts of a sample, dated today, with blanks for number and codes. Raises KeyError for a paper without slots."""
    return _MAKERS[template]() | {"dated": clock.today().isoformat(), "number": "", "verify_url": "", "short_code": ""}


def _shared() -> dict[str, Any]:
    return {"signer": signer_of(Office.KDH), "paper": parameters.value("paper_size")}


def _contact() -> str:
    return f"Bagian Kerja Sama, telepon {Government.current().phone or '-'}"


def _offer(partner: dict[str, str], about: str = "") -> dict[str, Any]:
    made = papers.offer(
        **partner, **_shared(), title=TITLE, affair="Urusan Contoh", background="Alinea latar belakang contoh.",
        kak=[("Latar belakang", "Isi lampiran contoh.")], contact=_contact(), copies=COPIES,
    )  # fmt: skip
    return _about(made, about)


def _answer(
    build: Callable[..., dict[str, Any]], partner: dict[str, str], about: str = "", statement: str = ""
) -> dict[str, Any]:
    made = build(
        **partner, **_shared(), their_number="100/1/CONTOH", their_date=clock.today() - timedelta(days=14), title=TITLE,
        statement=statement, unit_name=UNIT, contact=_contact(), copies=COPIES[1:],
    )  # fmt: skip
    return _about(made, about)


def _about(made: dict[str, Any], about: str) -> dict[str, Any]:
    return made | {"about": about, "heading": about} if about else made


def _dprd() -> dict[str, Any]:
    government, year = Government.current(), clock.today().year
    return papers.dprd_request(
        **_shared(), council_name=f"DPRD {government.name}", place=government.seat_city, title=TITLE, case_code=CODE,
        partner_name=REGION["partner_name"], reason="Kalimat alasan contoh.", basis="PP 28/2018 Pasal 6 ayat (2)",
        purpose="Maksud dan tujuan contoh.", scope="Ruang lingkup contoh.", term="5 (lima) tahun",
        budget=[(year, Decimal(100_000_000)), (year + 1, Decimal(100_000_000))], total=Decimal(200_000_000),
        tkksd_line="Kalimat hasil TKKSD contoh.", copies=COPIES[:2],
    )  # fmt: skip


def _government() -> dict[str, Any]:
    return papers.to_government(
        **_shared(), to=["Yth. Menteri Dalam Negeri", "u.p. Sekretaris Jenderal", "di Jakarta"], about="Hal contoh",
        paragraphs=["Alinea isi contoh."], enclosures=["dokumen contoh"], copies=COPIES[:2],
    )  # fmt: skip


def _power() -> dict[str, Any]:
    return papers.power_of_attorney(
        **_shared(), title=TITLE, instrument="PKS", grantee_name="Nama Contoh", grantee_title=f"Kepala {UNIT}",
        partner_names=REGION["partner_name"],
    )  # fmt: skip


def _decree() -> dict[str, Any]:
    return papers.decree(
        **_shared(), about="Hal Contoh", considering=["pertimbangan contoh"], recalling=["dasar hukum contoh"],
        rulings=["Ketetapan contoh.", "Keputusan ini mulai berlaku pada tanggal ditetapkan."], annex_title="Lampiran Contoh",
        columns=[{"label": "Objek"}], rows=[["Baris contoh"]], copies=COPIES[:2],
    )  # fmt: skip


def _meeting() -> dict[str, Any]:
    return {
        "held_on": clock.today(),
        "place": "Ruang Rapat Contoh",
        "agenda": "Pembahasan contoh",
        "title": TITLE,
        "case_code": CODE,
    }


def _invitation() -> dict[str, Any]:
    return papers.invitation(
        **_meeting(), recipients=["Kepala Bappeda"], number_of_meeting="1/CONTOH", held_at=time(9), signer=signer_of(Office.SEKDA),
        copies=[Government.current().head_title], paper=parameters.value("paper_size"),
    )  # fmt: skip


def _minutes() -> dict[str, Any]:
    return papers.minutes(
        **_meeting(), meeting_number="1/CONTOH", held_at=time(9), team_decree="1/CONTOH", attendance=[("Nama Contoh", "Anggota", "hadir", "")],
        quorum_needed=1, present=1, discussion="Pembahasan contoh.", conclusion="direkomendasikan", conditions=[],
        signers=[("Nama Contoh", "Ketua")], paper=parameters.value("paper_size"),
    )  # fmt: skip


def _recommendation() -> dict[str, Any]:
    return papers.recommendation(
        title=TITLE, case_code=CODE, partner_name=REGION["partner_name"], unit_name=UNIT, meeting_number="1/CONTOH", held_on=clock.today(),
        findings=[("Kewenangan", "Kalimat hasil kajian contoh.")], conclusion="direkomendasikan", conditions=[],
        signer=signer_of(Office.SEKDA), paper=parameters.value("paper_size"),
    ) | {"nature": IMPORTANT}  # fmt: skip


def _report(rank: str, to: list[str], office: str) -> dict[str, Any]:
    columns = [{"label": "Judul", "money": False, "centre": False}]
    return papers.statutory_report(
        title="Laporan contoh", period="Semester I 2026", basis="PP 28/2018", edition=1, why="", to=to, opening="Kalimat pembuka contoh:",
        figures=["naskah kerja sama: 1 naskah"], parts=[("Analisis", "Alinea analisis contoh.")], compared="", content_hash="0" * 64,
        tables=[{"title": "Daftar contoh", "columns": columns, "rows": [["Baris contoh"]], "totals": [], "empty": ""}],
        signer=signer_of(office), copies=COPIES[:2], rank=rank, paper=parameters.value("paper_size"),
    )  # fmt: skip


_MAKERS: dict[str, Callable[[], dict[str, Any]]] = {
    "surat_permohonan": lambda: _offer(REGION),
    "surat_penawaran_pihak_ketiga": lambda: _offer(FIRM, "Penawaran Kerja Sama Daerah dengan Pihak Ketiga"),
    "surat_penawaran_sinergi": lambda: _offer(AGENCY, "Penawaran Sinergi Program"),
    "surat_kesediaan": lambda: _answer(papers.willingness, REGION),
    "surat_kesediaan_pihak_ketiga": lambda: _answer(papers.willingness, FIRM, "Jawaban atas Penawaran Kerja Sama"),
    "surat_kesediaan_sinergi": lambda: _answer(papers.willingness, AGENCY, "Kesediaan Sinergi Program"),
    "surat_penolakan": lambda: _answer(papers.refusal, REGION, statement=REASONS),
    "surat_penolakan_pihak_ketiga": lambda: _answer(papers.refusal, FIRM, "Jawaban atas Penawaran Kerja Sama", REASONS),
    "surat_penolakan_sinergi": lambda: _answer(
        papers.refusal, AGENCY, "Jawaban atas Penawaran Sinergi Program", REASONS
    ),
    "permohonan_dprd": _dprd,
    "surat_pemerintah": _government,
    "laporan_kerja_sama": lambda: _report("KDH", ["Yth. Gubernur", "di tempat"], Office.KDH),
    "nota_laporan_kerja_sama": lambda: _report("SETDA", ["Yth. Bupati Contoh"], Office.KABAG),
    "surat_kuasa": _power,
    "keputusan_kdh": _decree,
    "undangan_tkksd": _invitation,
    "berita_acara_tkksd": _minutes,
    "rekomendasi_tkksd": _recommendation,
}
