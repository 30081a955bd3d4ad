"""The Keputusan that adopts the list of a year, or a Perubahan that says what has changed in it."""

from decimal import Decimal
from typing import Any

from kerjasama.accounts.models import Government
from kerjasama.accounts.offices import Office
from kerjasama.core import parameters, text
from kerjasama.documents import papers
from kerjasama.documents.signers import signer_of
from proposals import scoring
from proposals.models import PlanRow, PlanYear
from proposals.plan_changes import Change, changes_of
from proposals.plan_stages import PlanStage, RowStage

LAWS = (
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 244, Tambahan "
    "Lembaran Negara Republik Indonesia Nomor 5587) sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 6 Tahun 2023",
    "Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah (Lembaran Negara Republik Indonesia Tahun 2018 Nomor 97, Tambahan "
    "Lembaran Negara Republik Indonesia Nomor 6219)",
    "Peraturan Menteri Dalam Negeri Nomor 22 Tahun 2020 tentang Tata Cara Kerja Sama Daerah dengan Daerah Lain dan Kerja Sama Daerah dengan "
    "Pihak Ketiga",
    "Peraturan Menteri Dalam Negeri Nomor 25 Tahun 2020 tentang Tata Cara Kerja Sama Daerah dengan Pemerintah Daerah di Luar Negeri dan "
    "Kerja Sama Daerah dengan Lembaga di Luar Negeri",
)
WHOLE = (
    {"label": "Objek kerja sama dan urusan"}, {"label": "Perangkat daerah"}, {"label": "Jenis", "centre": True}, {"label": "Calon mitra"},
    {"label": "Lokasi"}, {"label": "Perkiraan biaya", "money": True}, {"label": "Sumber dan status anggaran"},
    {"label": "Program RPJMD/RKPD"}, {"label": "Skor", "centre": True},
)  # fmt: skip
CHANGED = (
    {"label": "Objek kerja sama dan urusan"}, {"label": "Perangkat daerah"}, {"label": "Calon mitra"}, {"label": "Perubahan", "centre": True},
    {"label": "Uraian"}, {"label": "Perkiraan biaya", "money": True},
)  # fmt: skip


def decree_context(plan: PlanYear, *, draft: bool) -> dict[str, Any]:
    """Everything the paper says, from the rows as they stand now; a draft lists what is about to be adopted."""
    build = _first if plan.edition == 1 else _revision
    return papers.decree(
        **build(plan, draft), recalling=_recalling(plan), signer=signer_of(Office.KDH), draft=draft,
        copies=["Gubernur", "Ketua DPRD", "Inspektur Daerah", "Para kepala perangkat daerah yang bersangkutan"],
        paper=parameters.value("paper_size"),
    )  # fmt: skip


def rows_of(plan: PlanYear, *, draft: bool) -> list[PlanRow]:
    """The rows of an edition in the order of priority."""
    stage = RowStage.DISCUSSED if draft else RowStage.ADOPTED
    return list(plan.rows.filter(stage=stage).select_related("affair", "unit", "partner", "replaces").order_by("rank"))


def _first(plan: PlanYear, draft: bool) -> dict[str, Any]:
    rows, name = rows_of(plan, draft=draft), f"Daftar Rencana Kerja Sama Daerah Tahun {plan.year}"
    cost = sum((row.cost_amount or Decimal(0) for row in rows), Decimal(0))
    return {
        "about": name,
        "considering": [
            "objek kerja sama daerah ditetapkan berdasarkan prioritas dengan memperhatikan perencanaan pembangunan daerah",
            "usulan perangkat daerah, daerah lain, dan pihak ketiga telah dipetakan menurut potensi, karakteristik, dan kebutuhan, diverifikasi "
            "oleh Bagian Kerja Sama bersama Bappeda, serta dibahas oleh Tim Koordinasi Kerja Sama Daerah",
            _therefore(name),
        ],
        "rulings": [
            f"Menetapkan {name} sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.",
            "Daftar sebagaimana dimaksud dalam Diktum KESATU menjadi dasar perangkat daerah mengajukan usulan kerja sama atas prakarsa daerah "
            "menurut urutan prioritas.",
            "Objek yang belum tercantum dalam perencanaan pembangunan daerah hanya dapat dikerjasamakan dalam keadaan darurat, untuk program "
            "strategis nasional, atau dalam tugas pembantuan, disertai bukti.",
            *_closing(),
        ],
        "annex_title": name,
        "columns": WHOLE,
        "rows": [_whole(row) for row in rows],
        "totals": [f"Jumlah: {text.counted(len(rows))} rencana", "", "", "", "", f"{cost:.2f}", "", "", ""],
        "annex_note": "Urutan dalam daftar ini adalah urutan prioritas.",
    }  # fmt: skip


def _revision(plan: PlanYear, draft: bool) -> dict[str, Any]:
    head, before = _head(), PlanYear.objects.get(year=plan.year, edition=plan.edition - 1)
    about = f"Perubahan atas Keputusan {head} Nomor {before.decree_number} tentang {_list_name(before)}"
    found = changes_of(rows_of(plan, draft=draft), _dropped_since(before))
    return {
        "about": about,
        "considering": [
            f"sesudah Keputusan {head} Nomor {before.decree_number} ditetapkan terdapat perubahan kebutuhan dan perencanaan pembangunan daerah",
            "perubahan tersebut telah diverifikasi oleh Bagian Kerja Sama bersama Bappeda serta dibahas oleh Tim Koordinasi Kerja Sama Daerah",
            _therefore(about),
        ],
        "rulings": [
            f"Mengubah {_list_name(before)} sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.",
            f"Rencana dalam Keputusan {head} Nomor {before.decree_number} yang tidak disebut dalam Lampiran dinyatakan tetap berlaku.",
            *_closing(),
        ],
        "annex_title": f"Perubahan Daftar Rencana Kerja Sama Daerah Tahun {plan.year}",
        "columns": CHANGED,
        "rows": [_changed(change) for change in found],
    }  # fmt: skip


def _dropped_since(before: PlanYear) -> list[PlanRow]:
    """Rows of the adopted list that were given up, and not replaced by one of a Perubahan."""
    gone = before.rows.filter(
        stage=RowStage.DROPPED, finished_on__gte=before.decree_on, successors__isnull=True, rank__isnull=False
    )
    return list(gone.select_related("affair", "unit", "partner").order_by("rank"))


def _whole(row: PlanRow) -> list[str]:
    return [
        _object(row), row.unit.name, f"{row.kind}\n{row.get_category_display()}", row.partner_label, row.location,
        "" if row.cost_amount is None else f"{row.cost_amount:.2f}",
        "\n".join(filter(None, (row.get_funding_display(), row.get_budget_status_display()))),
        row.programme or row.get_exception_display(), scoring.shown(row.score),
    ]  # fmt: skip


def _changed(change: Change) -> list[str]:
    row = change.row
    cost = "" if row.cost_amount is None else f"{row.cost_amount:.2f}"
    return [_object(row), row.unit.name, row.partner_label, change.what, "\n".join(change.lines), cost]


def _object(row: PlanRow) -> str:
    return f"{row.title}\n({row.affair})" if row.affair else row.title


def _recalling(plan: PlanYear) -> list[str]:
    earlier = PlanYear.objects.filter(year=plan.year, edition__lt=plan.edition, stage=PlanStage.ADOPTED).order_by(
        "edition"
    )
    return [*LAWS, *(f"Keputusan {_head()} Nomor {one.decree_number} tentang {_list_name(one)}" for one in earlier)]


def _list_name(plan: PlanYear) -> str:
    return f"Daftar Rencana Kerja Sama Daerah Tahun {plan.year}"


def _therefore(about: str) -> str:
    return f"berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan {_head()} tentang {about}"


def _head() -> str:
    return papers.letterhead("KDH")["head_title"]


def _closing() -> list[str]:
    return [
        f"Biaya yang timbul akibat Keputusan ini dibebankan pada Anggaran Pendapatan dan Belanja Daerah {Government.current().name} dan/atau sumber "
        "lain yang sah dan tidak mengikat.",
        "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
    ]
