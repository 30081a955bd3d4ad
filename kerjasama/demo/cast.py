"""The invented people of Kabupaten Wanasari, their offices, their team, and the regions next door."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from kerjasama.accounts.models import Government, Holding, OrgUnit, User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.services import assign
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
    Person("setwan", "Hendra Gunawan", Office.SETWAN, "Sekretaris DPRD"),
    Person("inspektur", "Rina Marlina", Office.INSPEKTORAT, "Inspektur Daerah"),
    Person("admin", "Fajar Ramadhan", Office.ADMIN, "Administrator Aplikasi"),
)

PARTNERS = (
    (
        "Pemerintah Kabupaten Tirtamarga",
        "Siti Maemunah",
        "Bupati Tirtamarga",
        "Jalan Alun-Alun Utara Nomor 3, Tirtamarga",
    ),
    ("Pemerintah Kota Purwaloka", "Hadi Prabowo", "Wali Kota Purwaloka", "Jalan Veteran Nomor 12, Purwaloka"),
    ("Pemerintah Kabupaten Kertaraja", "Lukman Hakim", "Bupati Kertaraja", "Jalan Pahlawan Nomor 1, Kertaraja"),
    (
        "Pemerintah Kabupaten Sindangjaya",
        "Dian Paramita",
        "Bupati Sindangjaya",
        "Jalan Diponegoro Nomor 8, Sindangjaya",
    ),
    (
        "Pemerintah Kota Bandar Seruni",
        "Taufik Rahman",
        "Wali Kota Bandar Seruni",
        "Jalan Merdeka Nomor 21, Bandar Seruni",
    ),
    ("Pemerintah Provinsi Jaya Mandala", "Arif Budiman", "Gubernur Jaya Mandala", "Jalan Gubernur Nomor 1, Mandala"),
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
    government.save()
    return government


def set_up_people() -> dict[str, User]:
    """Units, people and their offices since the start of the story; by username."""
    units = {
        code: OrgUnit.objects.create(code=code, name=name, short_name=short, kind=kind)
        for code, name, short, kind in UNITS
    }
    return {person.username: _hire(person, units.get(person.unit)) for person in CAST}


def _hire(person: Person, unit: OrgUnit | None) -> User:
    user = User(
        username=person.username, full_name=person.name, email=f"{person.username}@wanasari.example", is_demo=True,
        is_staff=person.office == Office.ADMIN or bool(person.seat),
    )  # fmt: skip
    user.set_password(settings.DEMO_PASSWORD)
    user.save()
    assign(
        user, person.office, starts_on=START, unit=unit, title=person.title, basis="Keputusan Bupati Nomor 821.2/1/2022"
    )
    return user


def set_up_team(people: dict[str, User]) -> None:
    """The TKKSD by Keputusan Bupati."""
    members = [NewMember(user=people[p.username], seat=p.seat, title=p.title) for p in CAST if p.seat]
    appoint_team(
        decree_number="100.3.7/12/KEP/2022",
        decree_date=date(2022, 1, 5),
        starts_on=date(2022, 1, 10),
        members=members,
        by=people["ratna"],
    )


def set_up_partners() -> list[Partner]:
    """The regions next door: invented, as every counterparty of the story."""
    return [
        Partner.objects.create(
            kind=Partner.Kind.REGION, name=name, head_name=head, head_title=title, address=address, contact_name="Bagian Kerja Sama",
            is_demo=True,
        )
        for name, head, title, address in PARTNERS
    ]  # fmt: skip


def holder(office: str) -> User:
    """Whoever of the cast holds an office of one person."""
    return Holding.objects.select_related("user").get(office=office, user__is_demo=True).user
