"""The invented people of Kabupaten Wanasari, their offices and their team."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle

from django.conf import settings
from django.contrib.auth.hashers import make_password

from kerjasama.accounts.models import Government, OrgUnit, PersonalMark, User
from kerjasama.accounts.offices import ADMIN_SITE_OFFICES, Office
from kerjasama.accounts.services import assign
from kerjasama.demo import neighbours
from kerjasama.parties.models import Partner
from kerjasama.reviews.models.tkksd import TeamSeat
from kerjasama.reviews.services import NewMember, appoint_team

START = date(2022, 1, 3)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone of the cast: account, name, office, sebutan jabatan and, where it counts, the unit's code."""

    username: str
    name: str
    office: str
    title: str
    unit: str = ""
    seat: str = ""
    more: tuple[str, ...] = ()


UNITS = (
    ("DLH", "Dinas Lingkungan Hidup", "DLH", "SERVICE"),
    ("DINKES", "Dinas Kesehatan", "Dinkes", "SERVICE"),
    ("DISHUB", "Dinas Perhubungan", "Dishub", "SERVICE"),
    ("DISPAR", "Dinas Pariwisata", "Dispar", "SERVICE"),
    ("DPUPR", "Dinas Pekerjaan Umum dan Penataan Ruang", "DPUPR", "SERVICE"),
    ("DISDIK", "Dinas Pendidikan", "Disdik", "SERVICE"),
    ("DISTAN", "Dinas Pertanian dan Pangan", "Distan", "SERVICE"),
    ("DISDAG", "Dinas Perdagangan, Koperasi, dan Usaha Kecil", "Disdag", "SERVICE"),
    ("KOMINFO", "Dinas Komunikasi dan Informatika", "Diskominfo", "SERVICE"),
    ("BPBD", "Badan Penanggulangan Bencana Daerah", "BPBD", "AGENCY"),
)

CAST = (
    Person("dewi", "Dewi Anggraini", Office.BAGIAN, "Analis Kerja Sama"),
    Person("galih", "Galih Prasetyo", Office.BAGIAN, "Analis Kerja Sama"),
    Person("ratna", "Ratna Kusumawardani", Office.KABAG, "Kepala Bagian Kerja Sama", seat=TeamSeat.SECRETARY),
    Person(
        "bambang",
        "Bambang Suryono",
        Office.ASISTEN,
        "Asisten Pemerintahan dan Kesejahteraan Rakyat",
        seat=TeamSeat.DEPUTY,
    ),
    Person("nurhayati", "Nurhayati Lestari", Office.SEKDA, "Sekretaris Daerah", seat=TeamSeat.CHAIR),
    Person("aditya", "R. Aditya Wirakusuma", Office.KDH, "Bupati Wanasari"),
    Person("hukum", "Teguh Santosa", Office.HUKUM, "Kepala Bagian Hukum", seat=TeamSeat.FIXED),
    Person(
        "bpkad",
        "Endang Wahyuni",
        Office.BPKAD,
        "Kepala Badan Pengelolaan Keuangan dan Aset Daerah",
        seat=TeamSeat.FIXED,
    ),
    Person("bappeda", "Yusuf Hidayat", Office.BAPPEDA, "Kepala Bappeda", seat=TeamSeat.FIXED),
    Person("dlh", "Sri Rahayu", Office.OPD, "Kepala Dinas Lingkungan Hidup", unit="DLH", seat=TeamSeat.CHANGING),
    Person("dinkes", "dr. Andi Permana", Office.OPD, "Kepala Dinas Kesehatan", unit="DINKES", seat=TeamSeat.CHANGING),
    Person("dishub", "Slamet Riyadi", Office.OPD, "Kepala Dinas Perhubungan", unit="DISHUB"),
    Person("dispar", "Maya Puspita", Office.OPD, "Kepala Dinas Pariwisata", unit="DISPAR"),
    Person("dpupr", "Ir. Joko Widagdo", Office.OPD, "Kepala Dinas Pekerjaan Umum dan Penataan Ruang", unit="DPUPR"),
    Person("disdik", "Tri Handayani", Office.OPD, "Kepala Dinas Pendidikan", unit="DISDIK"),
    Person("distan", "Wahyu Nugroho", Office.OPD, "Kepala Dinas Pertanian dan Pangan", unit="DISTAN"),
    Person("disdag", "Lilis Suryani", Office.OPD, "Kepala Dinas Perdagangan, Koperasi, dan Usaha Kecil", unit="DISDAG"),
    Person("kominfo", "Arya Pradipta", Office.OPD, "Kepala Dinas Komunikasi dan Informatika", unit="KOMINFO"),
    Person("bpbd", "Agus Setiawan", Office.OPD, "Kepala Pelaksana BPBD", unit="BPBD"),
    Person("setwan", "Hendra Gunawan", Office.SETWAN, "Sekretaris DPRD"),
    Person("dprd", "Hj. Siti Maryam", Office.DPRD_MEMBER, "Wakil Ketua DPRD"),
    Person("inspektur", "Rina Marlina", Office.INSPEKTORAT, "Inspektur Daerah"),
    Person("admin", "Fajar Ramadhan", Office.ADMIN, "Administrator Aplikasi"),
)


def set_up_government() -> Government:
    """Kabupaten Wanasari, as its letterhead says it."""
    government = Government.current()
    government.name, government.seat_city = "Kabupaten Wanasari", "Wanasari"
    government.head_title, government.deputy_title = "Bupati", "Wakil Bupati"
    government.address, government.postal_code = "Jalan Pemuda Nomor 1", "54321"
    government.phone, government.website, government.email = (
        "(0298) 321000",
        "wanasari.example",
        "setda@wanasari.example",
    )
    government.unit_code, government.classification_code = "KS", "100.3.7"
    government.region_code = neighbours.OUR_CODE
    government.save()
    return government


MARKERS = (
    Office.KABAG,
    Office.ASISTEN,
    Office.SEKDA,
    Office.KDH,
    Office.HUKUM,
    Office.BPKAD,
    Office.BAPPEDA,
    Office.OPD,
)
#: Strokes within 96 by 48.
SPECIMENS = (
    "M10 34L18 14L24 34L32 16L38 33L46 20L54 31L64 22L84 26",
    "M12 30L20 12L16 36L34 18L30 34L48 22L44 32L66 24L86 20M24 40L72 36",
    "M8 24L22 10L30 38L38 12L46 36L56 20L70 30L88 14",
    "M14 38L22 8L34 36L40 22L50 34L58 18L66 32L82 30M60 10L62 12",
)


def set_up_people(starts_on: date = START) -> dict[str, User]:
    """Units, people and their offices since the start of the story; by username."""
    units = {
        code: OrgUnit.objects.create(code=code, name=name, short_name=short, kind=kind)
        for code, name, short, kind in UNITS
    }
    # Hashing is slow on purpose; one password needs it once.
    password = make_password(settings.DEMO_PASSWORD)
    people = {
        person.username: _hire(person, units.get(person.unit), place, password, starts_on)
        for place, person in enumerate(CAST, start=1)
    }  # fmt: skip
    _draw_marks(people)
    return people


def _draw_marks(people: dict[str, User]) -> None:
    """Specimen and PIN of those who give paraf."""
    pin = make_password(settings.DEMO_PIN)
    givers = [people[person.username] for person in CAST if person.office in MARKERS]
    for user, drawn in zip(givers, cycle(SPECIMENS), strict=False):
        PersonalMark.objects.create(user=user, pin=pin, specimen=drawn)


def _hire(person: Person, unit: OrgUnit | None, place: int, password: str, starts_on: date) -> User:
    user = User(
        username=person.username, full_name=person.name, email=f"{person.username}@wanasari.example", is_demo=True, password=password,
        nip="" if person.office == Office.KDH else _invented_nip(place), is_staff=person.office in ADMIN_SITE_OFFICES or bool(person.seat),
    )  # fmt: skip
    user.save()
    basis = f"Keputusan Bupati Nomor 800.1.3.3/{place + 10}/{starts_on.year}"
    assign(user, person.office, starts_on=starts_on, unit=unit, title=person.title, basis=basis)
    return user


def _invented_nip(place: int) -> str:
    """Eighteen digits in the order of a NIP: birth, appointment, sex, running number."""
    return f"{1968 + place % 20}{place % 12 + 1:02d}{place % 27 + 1:02d}{1994 + place % 18}03{place % 2 + 1}{place:03d}"


def set_up_team(people: dict[str, User], starts_on: date = START) -> None:
    """The TKKSD by Keputusan Bupati."""
    members = [NewMember(user=people[p.username], seat=p.seat, title=p.title) for p in CAST if p.seat]
    appoint_team(
        decree_number=f"100.3.3.2/12/{starts_on.year}",
        decree_date=starts_on + timedelta(days=2),
        starts_on=starts_on + timedelta(days=7),
        members=members,
        by=people["ratna"],
    )


def set_up_partners() -> list[Partner]:
    """The regions next door."""
    return neighbours.set_up()
