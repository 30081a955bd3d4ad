"""What is still missing before the first case, and why it matters. Asks; changes nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from kerjasama.accounts.models import Delegation, Government, Holding, OrgUnit
from kerjasama.accounts.offices import Office
from kerjasama.core import clock, parameters
from kerjasama.core.models import Holiday
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews.models.tkksd import TeamSeat
from kerjasama.setup.models import StepReview
from kerjasama.setup.steps import STEPS, Step

#: Offices without which a case stops, with where it stops.
OFFICIALS = {
    Office.KDH: "menandatangani surat dan naskah (PP 28/2018 Pasal 2)",
    Office.SEKDA: "memaraf terakhir dan mengetuai TKKSD",
    Office.ASISTEN: "memaraf sesudah Kabag",
    Office.KABAG: "memaraf pertama dan menjadi sekretaris TKKSD",
}
STAFF = {
    Office.OPD: "membuat usulan (PP 28/2018 Pasal 6 ayat (1))",
    Office.BAGIAN: "memverifikasi usulan dan menyusun surat",
    Office.HUKUM: "menelaah naskah",
    Office.SETWAN: "menerima dan menjawab permohonan persetujuan (PP 28/2018 Pasal 6 ayat (2))",
}
#: The last quarter is when the next year's SKB is out and deadlines begin to reach into it.
NEXT_YEAR_FROM_MONTH = 10


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must (`needed`) or should be there."""

    step: str
    text: str
    ok: bool
    needed: bool = True
    detail: str = ""

    @property
    def state(self) -> str:
        """For components/checks.html: met, missing, or only advised."""
        return "ok" if self.ok else "no" if self.needed else "na"


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds an office today: names in use, and names still waiting for their invitation."""

    active: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()


def checks() -> list[Check]:
    """Everything that is looked at, in the order of the steps; a bounded number of queries."""
    held = offices_today()
    asked: tuple[Callable[[], list[Check]], ...] = (
        _region, _letterhead, _units, lambda: _offices("pejabat", OFFICIALS, held), lambda: _people(held),
        _holidays, _numbers, _team, _parameters,
    )  # fmt: skip
    return [check for ask in asked for check in ask()]


def missing(found: list[Check] | None = None) -> list[Check]:
    """What is needed and not there."""
    return [check for check in (checks() if found is None else found) if check.needed and not check.ok]


def is_ready() -> bool:
    """Whether the first case may sensibly be opened."""
    return not missing()


def by_step(found: list[Check]) -> dict[Step, list[Check]]:
    """The checks under their steps."""
    return {step: [check for check in found if check.step == step.slug] for step in STEPS}


def offices_today() -> dict[str, Held]:
    """Who holds each office today, acting officials included; two queries."""
    today = clock.today()
    acting = list(Delegation.objects.filter(period__contains=today).select_related("delegate"))
    holdings = Holding.objects.filter(period__contains=today).select_related("user").order_by("id")
    people = [(h.office, h.user) for h in holdings] + [(d.office, d.delegate) for d in acting]
    names: dict[str, tuple[list[str], list[str]]] = {}
    for office, user in people:
        active, waiting = names.setdefault(office, ([], []))
        (active if user.is_active else waiting).append(user.full_name)
    return {office: Held(tuple(active), tuple(waiting)) for office, (active, waiting) in names.items()}


def holiday_years() -> dict[int, set[str]]:
    """For each year with holidays, the kinds there are; one query."""
    found: dict[int, set[str]] = {}
    for day, kind in Holiday.objects.filter(active=True).values_list("date", "kind"):
        found.setdefault(day.year, set()).add(kind)
    return found


def _region() -> list[Check]:
    government = Government.objects.filter(pk=1).first()
    chosen = government is not None and bool(government.region_code or settings.DEMO_MODE)
    return [
        Check(
            "daerah",
            "Daerah dipilih dari daftar 552 daerah",
            chosen,
            detail="Tingkat dan sebutan mengikuti pilihan ini.",
        )
    ]


def _letterhead() -> list[Check]:
    government = Government.current()
    lacking = [label for label, value in (("alamat", government.address), ("telepon", government.phone)) if not value]
    return [
        Check("kop", "Kop lengkap", not lacking, detail=f"Belum diisi: {' dan '.join(lacking)}." if lacking else ""),
        Check(
            "kop",
            "Lambang daerah terpasang",
            bool(government.emblem),
            needed=False,
            detail="Tanpa lambang, surat memakai gambar netral.",
        ),
        Check(
            "kop",
            "Lambang negara untuk kop Kepala Daerah terpasang",
            bool(government.state_emblem),
            needed=False,
            detail="Tanpa berkas ini kop Kepala Daerah tercetak tanpa lambang (UU 24/2009 Pasal 54).",
        ),
    ]


def _units() -> list[Check]:
    count = OrgUnit.objects.filter(active=True).count()
    return [Check("unit", "Ada perangkat daerah yang aktif", count > 0, detail=f"{count} unit aktif.")]


def _offices(step: str, wanted: dict[str, str], held: dict[str, Held]) -> list[Check]:
    return [_office(step, office, why, held.get(office, Held())) for office, why in wanted.items()]


def _office(step: str, office: str, why: str, held: Held) -> Check:
    label = str(Office(office).label)
    if held.active:
        return Check(step, label, True, detail=", ".join(held.active[:3]))
    if held.waiting:
        return Check(step, label, False, detail=f"{', '.join(held.waiting)} belum menerima undangannya.")
    return Check(step, label, False, detail=f"Belum ada yang {why}.")


def _people(held: dict[str, Held]) -> list[Check]:
    administrators = len(held.get(Office.ADMIN, Held()).active)
    advised = [
        _advice("pengguna", "Paling sedikit dua administrator", administrators > 1, "Yang satu mengatur ulang verifikasi dua langkah yang lain."),
        _advice("pengguna", "BPKAD", bool(held.get(Office.BPKAD, Held()).active), "Menyatakan ketersediaan anggaran."),
        _advice("pengguna", "Bappeda", bool(held.get(Office.BAPPEDA, Held()).active), "Menilai kesesuaian dengan RPJMD dan RKPD."),
    ]  # fmt: skip
    return [*_offices("pengguna", STAFF, held), *advised]


def _holidays() -> list[Check]:
    today, years = clock.today(), holiday_years()
    this, following = years.get(today.year, set()), years.get(today.year + 1, set())
    late = today.month >= NEXT_YEAR_FROM_MONTH
    next_year = Check(
        "libur", f"Hari libur nasional {today.year + 1}", Holiday.Kind.NATIONAL in following, needed=late,
        detail="Tenggat yang dimulai sekarang dapat sampai ke sana.",
    )  # fmt: skip
    nationals = f"Hari libur nasional {today.year}"
    return [
        Check("libur", nationals, Holiday.Kind.NATIONAL in this, detail="Tanpa itu setiap tenggat keliru."),
        _advice("libur", f"Cuti bersama {today.year}", Holiday.Kind.COLLECTIVE_LEAVE in this, "Menurut SKB 3 Menteri."),
        next_year,
    ]


def _advice(step: str, text: str, ok: bool, detail: str) -> Check:
    return Check(step, text, ok, needed=False, detail=detail)


def _numbers() -> list[Check]:
    done = StepReview.objects.filter(step="nomor").exists()
    return [
        Check("nomor", "Pola dan nomor pertama diperiksa", done, detail="Nomor yang sudah diambil tidak dapat digeser.")
    ]


def _team() -> list[Check]:
    today = clock.today()
    team = reviews.team_on(today)
    if team is None:
        return [
            Check("tkksd", "Tim TKKSD yang berlaku", False, detail="Catat Keputusan Kepala Daerah yang membentuknya.")
        ]
    seats = {member.seat for member in reviews.sitting(team, today)}
    until = _until(team.ends_on)
    return [
        Check("tkksd", "Tim TKKSD yang berlaku", True, detail=f"Keputusan Nomor {team.decree_number}{until}."),
        Check("tkksd", "Tim mempunyai ketua dan sekretaris", {TeamSeat.CHAIR, TeamSeat.SECRETARY} <= seats),
        Check("tkksd", "Tim mempunyai anggota tetap", TeamSeat.FIXED in seats, needed=False, detail="Kuorum dihitung dari anggota tetap."),
    ]  # fmt: skip


def _until(day: date | None) -> str:
    return f", sampai {day:%d-%m-%Y}" if day else ""


def _parameters() -> list[Check]:
    done = StepReview.objects.filter(step="parameter").exists()
    changed = sum(parameters.PARAMETERS[key].default != value for key, value in parameters.all_values().items())
    return [Check("parameter", "Parameter diperiksa", done, detail=f"{changed} parameter berbeda dari nilai bawaan.")]
