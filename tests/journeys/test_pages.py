"""Every page at 1440 and 390 px: axe finds nothing, nothing sticks out, the policy is kept, the weight is light.

The pages stand in groups by who looks; a group builds the cases it needs and no others.
"""

import gzip
import re
from collections.abc import Callable
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.contrib.staticfiles import finders
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import Page, Response

from agreements.models import LibraryClause, OldNaskah
from agreements.services.library import write_clause
from agreements.services.remarks import add_remark
from kerjasama.accounts import inviting
from kerjasama.accounts.inviting import NewOffice
from kerjasama.accounts.models import User
from kerjasama.core import clock, parameters
from kerjasama.counter.models import PartnerAccount
from kerjasama.counter.services import answers
from kerjasama.demo import abroad, doings, letter_marks, mandatory, others, plans, synergy, third_party, watching
from kerjasama.demo.plans import Plan
from kerjasama.demo.statutory import Carrier
from kerjasama.demo.walk import Walk
from kerjasama.documents import wording
from kerjasama.documents.models import Document
from kerjasama.importing.services import deciding, uploading
from kerjasama.importing.services.reading import read_batch
from kerjasama.importing.services.writing import write_batch
from kerjasama.reviews import services as reviews
from kerjasama.reviews.models import AgendaItem, Meeting
from kerjasama.reviews.models.question import Body
from kerjasama.statutory.models import ReportEdition
from kerjasama.statutory.services import opening
from monitoring.models import Finding
from monitoring.schedule import Period, period_of
from tests.importing.files import csv
from tests.support import electronic, facts
from tests.support.abroad import abroad_walk
from tests.support.browsing import Person
from tests.support.outside import filed
from tests.support.plan import Planner
from tests.support.press import quick_press
from tests.support.site import Site
from tests.support.wanasari import set_up, story

pytestmark = [pytest.mark.browser, pytest.mark.slow]
__all__ = ["quick_press"]
PAGE_LIMIT, SCRIPT_LIMIT = 150 * 1024, 40 * 1024
WIDEST = """() => [...document.querySelectorAll("body *")]
  .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map(one => one.outerHTML.slice(0, 100)).at(-1)"""
WEIGHED = {"document", "script", "stylesheet", "font", "image"}
DEMO, STRICT = {"DEMO_MODE": "1"}, {"SECOND_FACTOR_REQUIRED": "1"}
SETUP = (
    "", "daerah/", "kop/", "unit/", "unit/daftar/", "pejabat/", "pengguna/", "libur/", "libur/daftar/", "nomor/", "nomor/KB/", "tkksd/",
    "parameter/",
)  # fmt: skip
People = dict[str, User]
Addresses = list[tuple[str, str]]


def at(username: str, *paths: str) -> Addresses:
    """Pages that somebody looks at; nobody is signed in for an empty name."""
    return [(username, path) for path in paths]


def begun(people: People, **facts: Any) -> Walk:
    """A case that began far enough back to be today where it is wanted."""
    return Walk(story(**facts), people, clock.today() - timedelta(days=200), print_now=True)


def gone(walk: Walk, plan: Callable[[Any], Plan]) -> str:
    """The address of a case after the steps of a plan."""
    walk.day = clock.today() - timedelta(days=300)
    return case(walk.go(plan(walk.story)))


def case(walk: Walk) -> str:
    return f"/usulan/{walk.proposal.code}/"


def link_in(letter: str) -> str:
    """The path of the link in a letter."""
    return urlsplit(re.search(r"http\S+", letter)[0]).path


def visitors(people: People, site: Site) -> Addresses:
    asked = begun(people).to_verification().to_answer().act("sign_offer", "aditya")
    answers.invite(asked.proposal, email="mitra@contoh.example", name="Sari", by=people["dewi"])
    office = NewOffice(office="HUKUM", starts_on=clock.today(), basis="Keputusan Bupati Nomor 7/2026")
    inviting.invite(full_name="Orang Baru", email="baru@contoh.example", offices=[office], by=people["admin"])
    begun(
        people, title="Pemadam Kebakaran"
    ).to_verification().to_answer().to_tkksd().to_assessment().to_instruments().whole_naskah("KB")
    token = Document.objects.filter(kind="NASKAH_FINAL", public=True).latest("pk").token
    return at(
        "", "/akun/masuk/", "/akun/sandi/lupa/", "/ajukan/", "/ajukan/siapa/", "/lacak/", "/lacak/token/", "/mitra-saya/akun/", "/periksa/",
        f"/periksa/{token}/", link_in(site.letters("mitra@contoh.example")[-1]), link_in(site.letters("baru@contoh.example")[-1]),
    )  # fmt: skip


def bagian(people: People, site: Site) -> Addresses:
    checking = case(begun(people, title="Rujukan Pasien Perbatasan").to_verification())
    online = f"/permohonan/{filed('COMPANY')[0].number}/"
    drafted = (
        begun(people, title="Sekolah Perbatasan")
        .to_verification()
        .to_answer()
        .to_tkksd()
        .to_assessment()
        .to_instruments()
        .open_naskah()
    )
    paper = (
        f"{checking}tindakan/",
        f"/naskah/{drafted.agreement.pk}/tindakan/",
        f"/naskah/{drafted.agreement.pk}/tindakan/",
    )
    acts = ("masuk-dari-kertas/", "masuk-dari-kertas/", "masuk-sudah-ditandatangani/")
    return at("ratna", *(f"{page}{act}" for page, act in zip(paper, acts, strict=True))) + at(
        "dewi", "/", "/tugas/", "/usulan/", "/usulan/?q=tidakada", "/usulan/baru/", "/usulan/baru/?partner=VERTICAL&begins=WE",
        "/usulan/baru/?partner=PARTNERSHIP&begins=WE", "/usulan/baru/?partner=REGION&begins=WE&jenis=1", checking,
        f"{checking}tindakan/nyatakan-lengkap/", f"{checking}tindakan/kembalikan/", "/naskah/", "/naskah/?keadaan=semua&jenis=KSDD",
        "/naskah/cetak/", "/monev/", "/permohonan/", online,
        f"{online}tindakan/terima/", f"{online}tindakan/minta-kelengkapan/", "/permohonan/jawaban/", "/mitra/", "/mitra/baru/", "/pemberitahuan/",
        "/akun/profil/", "/panduan/", "/cari/?q=sampah",
    )  # fmt: skip


def unit(people: People, site: Site) -> Addresses:
    draft = case(begun(people).open())
    force = (
        begun(people, title="Pemadam Kebakaran")
        .to_verification()
        .to_answer()
        .to_tkksd()
        .to_assessment()
        .to_instruments()
    )
    force.whole_naskah("KB").open_report()
    parts = [f"{draft}isi/{part}/" for part in ("kak", "pembiayaan", "pendukung")]
    return at("dlh", draft, *parts, f"{draft}hapus/", case(force), f"/monev/{force.report.pk}/")


def monitored(people: People, site: Site) -> Addresses:
    """A KB with indicators, a plan, a report that was evaluated with a finding, and another that is open."""
    walk = (
        begun(people)
        .to_verification()
        .to_answer()
        .to_tkksd()
        .to_assessment()
        .to_instruments()
        .whole_naskah("KB")
        .open_report()
    )
    plan = watching.watch(walk, walk.agreement)
    row = {
        "text": "Jadwal tidak ditepati.",
        "owner": "Kepala Dinas",
        "unit": None,
        "due_on": clock.today() + timedelta(days=30),
    }
    walk.send_report().report_act("evaluate", "galih", **{**facts.evaluation(3), "findings": [row]}).close_report()
    finding, naskah = Finding.objects.get(), walk.agreement.pk
    base = f"/monev/naskah/{naskah}/"
    return [
        *at("dewi", "/monev/", "/monev/temuan/", "/monev/temuan/?q=tidakada", "/monev/hasil/", base, f"/monev/{walk.report.pk}/"),
        *at("dlh", f"{base}indikator/", f"{base}rencana/{plan.year}/", f"/monev/temuan/{finding.pk}/"),
    ]  # fmt: skip


def worded(people: People) -> tuple[str, ...]:
    """A letter that the region has worded for itself, one that it has not, and the way back."""
    words = wording.standard_of("surat_kesediaan") | {"closing": "Demikian kami sampaikan.", "copies": "Inspektur"}
    wording.change("surat_kesediaan", words, reason="Arahan Sekda", expect=0, by=people["ratna"])
    return ("/templat/surat_kesediaan/", "/templat/surat_kesediaan/baku/", "/templat/kak/", "/templat/permohonan_dprd/")


def imports(people: People, site: Site) -> Addresses:
    """A file waits for a decision, another is written into the register, a third cannot be read."""
    heads = ["No", "Tentang", "Pihak Kedua", "Nomor Pihak I", "Tanggal TTD", "Mulai", "Berakhir", "Status"]
    rows = [
        [
            n,
            f"Naskah {n}",
            "PT Maju Sentosa\nCV Karya Baru",
            f"075/{n}/PKS/I/2016",
            "15/01/2016",
            "15/01/2016",
            "15/01/2030",
            "Aktif",
        ]
        for n in range(1, 6)
    ]
    vague = [
        6,
        "Wisata Bahari dan Pengembangan Kawasan Pesisir",
        "Koperasi Tani Rukun",
        "",
        "Maret 2021",
        "",
        "",
        "dihentikan",
    ]
    wrong = [
        7,
        "Pendidikan Vokasi",
        "Politeknik Nusa",
        "075/7/KB/IV/2022",
        "18/04/2022",
        "18/04/2022",
        "18/04/2021",
        "",
    ]
    written, waiting, broken = (
        uploading.take(SimpleUploadedFile("register.csv", content), by=people["dewi"])[0]
        for content in (
            csv([heads, *rows, vague]), csv([heads, [*rows[0][:6], "15/01/2031", "Aktif"], *rows[1:], vague, wrong]), b"a;b\nc;d\n",
        )
    )  # fmt: skip
    read_batch(written.pk, 1)
    deciding.confirm(written, expect=1, by=people["dewi"])
    write_batch(written.pk, people["dewi"].pk)
    for batch in (waiting, broken):
        read_batch(batch.pk, 1)
    old, here = OldNaskah.objects.get(title__startswith="Wisata"), f"/impor/{waiting.pk}/"
    return at(
        "dewi", "/impor/", "/impor/unggah/", here, f"{here}?putusan=ERROR", f"{here}baris/2/", f"{here}baris/8/", f"{here}kolom/", f"{here}tulis/",
        f"/impor/{written.pk}/", f"/impor/{written.pk}/batalkan/", f"/impor/{broken.pk}/", f"/naskah/lama/{old.pk}/", f"/naskah/lama/{old.pk}/sunting/",
        f"/naskah/lama/{old.pk}/pindaian/", f"/naskah/lama/{old.pk}/kelanjutan/", f"/naskah/lama/{old.pk}/kelola/",
        f"/naskah/lama/{old.pk}/naskah-yang-sama/", f"/naskah/lama/{old.pk}/tarik/",
        "/naskah/lama/baru/", "/naskah/lama/belum-diketahui/", "/naskah/?keadaan=semua&asal=lama",
    )  # fmt: skip


def leaders(people: People, site: Site) -> Addresses:
    tkksd = case(begun(people, title="Trayek Angkutan Perbatasan").to_verification().to_answer().to_tkksd())
    paraf = (
        begun(people, title="Promosi Wisata").to_verification().to_answer().to_tkksd().to_assessment().to_instruments()
    )
    paraf.open_naskah("KB").to_paraf().paraf("ratna")
    naskah = f"/naskah/{paraf.agreement.pk}/"
    return [
        *at("ratna", tkksd, f"{tkksd}tindakan/jadwalkan-rapat/", "/jejak/", "/templat/", *worded(people)),
        *at("bambang", case(paraf), f"{naskah}tindakan/paraf/", f"{naskah}baca/"),
    ]  # fmt: skip


def letters(people: People, site: Site) -> Addresses:
    """A light letter and an offer wait for the Kabag; another offer is marked and waits for its signature."""
    parameters.change("letter_paraf_chain", ["KABAG"], by=people["admin"], reason="Tata naskah dinas daerah")
    walk = abroad_walk(people, "KSDPL")
    walk.day = clock.today() - timedelta(days=30)
    walk.go([*abroad.explored(walk.story), *abroad.asked_about_intent()[:1]])
    offer = case(begun(people, title="Sekolah Perbatasan").to_verification().to_answer())
    marked = begun(people, title="Promosi Wisata").to_verification().to_answer()
    marked.act("give_letter_paraf", "ratna", **letter_marks.facts_of(marked.proposal))
    return [
        *at("ratna", "/tugas/paraf/", "/tugas/paraf/?pin", "/tugas/paraf/?q=tidakada", f"{offer}tindakan/paraf-surat/", "/tugas/"),
        *at("aditya", case(marked), f"{case(marked)}tindakan/tandatangani-permohonan/"),
    ]  # fmt: skip


def drafting(people: People, site: Site) -> Addresses:
    """A text with two versions, a remark of the partner and a clause of the region's own."""
    walk = begun(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments().open_naskah()
    doings.revise_text(
        walk, "closing", "PENUTUP", ["Demikian dibuat, berhak dan wajib sampai Pasal 40."], "Penutup diubah"
    )
    naskah, dewi = walk.agreement, people["dewi"]
    add_remark(naskah, part="term", author="Sari", text="Tiga tahun saja.", received_on=clock.today(), by=dewi)
    clause = write_clause(LibraryClause(), instrument="KB", key="", title="Bahasa", text="Isi {judul}.", by=dewi)
    base = f"/naskah/{naskah.pk}/"
    pages = ("sunting/", "baca/", "baca/1/", "bandingkan/", "terima-docx/", "masukan/")
    library = ("/naskah/pustaka/", f"/naskah/pustaka/{clause.pk}/", "/naskah/pustaka/tambah/", "/akun/profil/paraf/")
    letter = Document.objects.filter(template="", status=Document.Status.READY).latest("pk")
    of_case = (f"{case(walk)}{page}" for page in ("berkas/", "koreksi/", f"koreksi/nomor-surat/{letter.pk}/"))
    return at("dewi", *(f"{base}{page}" for page in pages), *library, *of_case)


def amending(people: People, site: Site) -> Addresses:
    """A KB in force with an adendum under way, and one whose replacement may be chosen."""
    walk = begun(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments().whole_naskah("KB")
    parent = walk.agreement
    doings.reword(walk, "financing", ["Pembayaran setiap triwulan."], "pembayaran")
    base, case_page = f"/naskah/{walk.agreement.pk}/", case(walk)
    return [
        *at("dewi", f"{base}perubahan/", f"{base}baca/", f"/naskah/{parent.pk}/teks-berlaku/", case_page),
        *at("dlh", f"/naskah/{parent.pk}/tindakan/ganti-kerja-sama/", f"/naskah/{parent.pk}/tindakan/usulkan-adendum/"),
    ]  # fmt: skip


def signing(people: People, site: Site) -> Addresses:
    """A KB that waits to be signed electronically."""
    walk = (
        begun(people, title="Promosi Wisata").to_verification().to_answer().to_tkksd().to_assessment().to_instruments()
    )
    electronic.plan(walk.open_naskah("KB").to_paraf().paraf("ratna", "bambang", "nurhayati"))
    base = f"/naskah/{walk.agreement.pk}/tindakan/"
    return [*at("aditya", case(walk), f"{base}tandatangani-elektronik/"), *at("dewi", f"{base}ubah-rencana/")]


def dprd(people: People, site: Site) -> Addresses:
    asked = (
        begun(people, title="Air Minum Curah", unbudgeted=True)
        .to_verification()
        .to_answer()
        .to_tkksd()
        .to_assessment()
        .to_dprd()
    )
    request = f"/dprd/{asked.proposal.code}/"
    question = reviews.ask(asked.proposal, body=Body.DPRD, words="Dari mana pembiayaannya?", by=people["setwan"])
    return [
        *at("setwan", "/dprd/", request, f"{request}tindakan/putuskan-dprd/", f"{request}tindakan/teruskan-ke-komisi/"),
        *at("setwan", f"{request}pertanyaan/", "/dprd/riwayat/", "/dprd/statistik/"),
        *at("dprd", "/dprd/", request),
        *at("dewi", f"{case(asked)}pertanyaan/{question.pk}/jawab/"),
    ]


def team(people: People, site: Site) -> Addresses:
    met = begun(people, title="Trayek Angkutan Perbatasan").to_verification().to_answer().to_tkksd()
    met.go(plans.met(wait=1)[:1])
    item, meeting = AgendaItem.objects.get(), Meeting.objects.get()
    rooms = ("agendaitem/", f"agendaitem/{item.pk}/change/", "meeting/", f"meeting/{meeting.pk}/change/", "team/")
    return [
        *at("hukum", "/admin/", *(f"/admin/reviews/{room}" for room in rooms[:2])),
        *at(
            "ratna",
            *(f"/admin/reviews/{room}" for room in rooms[2:]),
            "/admin/reviews/meeting/add/",
            f"{case(met)}komentar/",
        ),
    ]


def administrator(people: People, site: Site) -> Addresses:
    pages = [f"/penyiapan/{step}" for step in SETUP]
    more = (
        "/admin/",
        "/akun/pengguna/",
        f"/serah-terima/{people['dewi'].pk}/",
        "/akun/pengguna/undang/",
        "/parameter/dprd_gate/berkas/",
        "/admin/core/parameter/dprd_gate/change/",
    )
    return at("admin", *pages, *more)


def planning(people: People, site: Site) -> Addresses:
    # The list of next year is the one that is still open.
    year = clock.today().year + 1
    planner = Planner(people, year)
    row, draft = planner.discussed(), planner.draft("Pemantauan Kualitas Air Sungai")
    ours, one, other = f"/perencanaan/{year}/1/", f"/perencanaan/baris/{row.pk}/", f"/perencanaan/baris/{draft.pk}/"
    return [
        *at("dewi", "/perencanaan/", "/perencanaan/buka/", "/perencanaan/realisasi/", ours, f"{ours}daftar/", f"{ours}pemetaan/", f"{ours}prioritas/"),
        *at("dewi", f"{ours}salin/", one), *at("ratna", f"{ours}tkksd/"),
        *at("dlh", f"{ours}baris-baru/", other, f"{other}hapus/"),
    ]  # fmt: skip


def third_parties(people: People, site: Site) -> Addresses:
    known = others.set_up()
    ours = begun(people, title="Parkir Pasar", partner=known["parking"], kind="KSDPK", category="PUBLIC_SERVICE")
    theirs = begun(
        people, title="Tenaga Surya", partner=known["energy"], kind="KSDPK", category="INVESTMENT", initiative="THIRD_PARTY", direction="INCOMING",
        assets=True,
    )  # fmt: skip
    proof, criteria = (
        gone(ours, lambda s: third_party.region_willing(s)[:-2]),
        gone(theirs, third_party.partner_assessed),
    )
    asking = "/usulan/baru/?partner=LIMITED_COMPANY&begins=WE&jenis=1"
    return [*at("dewi", proof, f"{proof}tindakan/catat-legalitas/", asking), *at("ratna", criteria)]


def neighbours_and_centre(people: People, site: Site) -> Addresses:
    office = others.set_up()["land"]
    mapped = gone(begun(people, title="Daerah Aliran Sungai", category="MANDATORY"), mandatory.ENDINGS["mapping"])
    coordinated = gone(begun(people, title="Sampah Regional", category="MANDATORY"), mandatory.ENDINGS["coordination"])
    shared = begun(people, title="Pendaftaran Tanah", partner=office, kind="SINERGI", category="SYNERGY")
    note = gone(shared, lambda s: [*synergy.agreed(s), *synergy.note_locked()[:2]])
    naskah = f"/naskah/{shared.agreement.pk}/"
    return [
        *at("dlh", mapped, f"{mapped}isi/pemetaan/"), *at("dewi", f"{coordinated}tindakan/catat-koordinasi/", note, f"{naskah}sunting/", f"{naskah}baca/"),
    ]  # fmt: skip


def countries(people: People, site: Site) -> Addresses:
    study = gone(abroad_walk(people, "KSDPL", title="Kota Kembar"), lambda s: abroad.explored(s)[:2])
    asked = gone(abroad_walk(people, "KSDPL"), lambda s: [*abroad.explored(s), *abroad.asked_about_intent()])
    permits = gone(
        abroad_walk(people, "NONPROFIT"), lambda s: [*abroad.forwarded_to_nonprofit(s)[: len(abroad.forwarded_head(s))]]
    )
    forwarding = gone(abroad_walk(people, "NONPROFIT", title="Sekolah Pesisir"), lambda s: abroad.forwarded_head(s)[:2])
    asking = "/usulan/baru/?partner=FOREIGN_REGION&begins=WE&jenis=1"
    return [
        *at("dlh", study, f"{study}isi/penjajakan/", f"{forwarding}isi/penerusan/", asking),
        *at("dewi", asked, f"{asked}tindakan/catat-tanggapan-mendagri/", permits, f"{permits}tindakan/catat-izin/"),
    ]  # fmt: skip


def partner(people: People, site: Site) -> Addresses:
    waiting = begun(people).to_verification().to_answer().act("sign_offer", "aditya")
    user = User.objects.create(
        username="mitra", full_name="Sari Dewanti", email="sari@contoh.example", is_partner=True, password=people["dewi"].password
    )  # fmt: skip
    PartnerAccount.objects.create(user=user, position="Staf", partner=waiting.story.partner, bound_on=clock.today())
    filed()
    force = (
        begun(people, title="Pemadam Kebakaran")
        .to_verification()
        .to_answer()
        .to_tkksd()
        .to_assessment()
        .to_instruments()
    )
    force.whole_naskah("KB").open_report()
    report = f"/mitra-saya/laporan/{force.report.pk}/"
    return at("mitra", "/mitra-saya/", f"/mitra-saya/kasus/{waiting.proposal.code}/", "/ajukan/", report)


def reporting(people: People, site: Site) -> Addresses:
    """Statutory reports: one sent, its correction, one before the Kabag, one that waits for the Kepala Daerah, one still empty."""
    begun(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments().whole_naskah("KB")
    carrier, today = Carrier(people), clock.today()
    last_year = period_of(today.replace(year=today.year - 1), "YEAR")
    half = period_of(period_of(today, "SEMESTER").starts_on - timedelta(days=1), "SEMESTER")

    def opened(kind: str, period: Period) -> ReportEdition:
        return carrier.do(today, lambda: opening.open_report(kind, period, by=people["dewi"]))

    sent = carrier.whole(opened("DOMESTIC", half), today)
    fresh = carrier.do(today, lambda: opening.open_edition(sent.report, why="angka keliru", by=people["dewi"]))
    waiting = carrier.approve(carrier.submit(opened("FOREIGN", last_year), today), today)
    checked = carrier.submit(opened("RECAP", last_year), today)
    one, other = sent.get_absolute_url(), fresh.get_absolute_url()
    return [
        *at(
            "dewi", "/pelaporan/", "/pelaporan/?q=tidakada", "/pelaporan/buka/", one, f"{one}isi/", f"{one}isi/?bagian=naskah",
            f"{one}isi/?bagian=pelaksanaan", f"{one}isi/cetak/", f"{one}perubahan/", f"{one}tindakan/tanda-terima/", other, f"{other}isi/",
            f"{other}perubahan/",
        ),
        *at("ratna", f"{checked.get_absolute_url()}tindakan/setujui/", f"{one}edisi-baru/"),
        *at("aditya", waiting.get_absolute_url(), f"{waiting.get_absolute_url()}tindakan/tandatangani/"),
    ]  # fmt: skip


def demo(people: People, site: Site) -> Addresses:
    return [*at("dewi", "/"), *at("setwan", "/dprd/"), *at("", "/akun/masuk/")]


def strict(people: People, site: Site) -> Addresses:
    return at("ratna", "/akun/dua-langkah/totp/activate/")


GROUPS: tuple[tuple[Callable[[People, Site], Addresses], dict[str, str]], ...] = (
    (visitors, {}), (bagian, {}), (imports, {}), (unit, {}), (monitored, {}), (leaders, {}), (letters, {}), (drafting, {}), (amending, {}),
    (signing, {}), (dprd, {}), (team, {}),
    (administrator, {}), (planning, {}), (third_parties, {}),
    (neighbours_and_centre, {}), (countries, {}), (partner, {}), (reporting, {}), (demo, DEMO), (strict, STRICT),
)  # fmt: skip


@pytest.mark.parametrize(("group", "site_settings"), GROUPS, ids=[group.__name__ for group, _ in GROUPS])
def test_every_page_is_sound_at_both_widths(
    group: Callable[[People, Site], Addresses], site: Site, page: Page, tmp_path: Path
) -> None:
    reader = Reader(Person(page, site.url, tmp_path))
    found = [problem for username, path in group(set_up(), site) for problem in reader.read(username, path)]
    assert found == []


class Reader:
    """Opens a page once, wide, then makes the window narrow; says what is wrong with it."""

    def __init__(self, person: Person) -> None:
        self.person, self.page, self.who = person, person.page, ""
        self.complaints: list[str] = []
        self.came: list[Response] = []
        self.page.on("console", lambda told: self.complaints.append(told.text) if told.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("response", lambda response: self.came.append(response))

    def read(self, username: str, path: str) -> list[tuple[str, str]]:
        """Everything that is wrong with one page."""
        self._as(username)
        self.complaints.clear()
        self.came.clear()
        self.page.set_viewport_size({"width": 1440, "height": 900})
        answer = self.page.goto(f"{self.person.base}{path}", wait_until="load")
        assert answer is not None and answer.status == 200, (username, path, answer and answer.status)
        # Heard before axe runs: it parses imported style sheets in a document of its own, which the policy refuses.
        found = [*_weight(self.came), *(f"console: {text}" for text in self.complaints), *_faults(self.page)]
        self.page.set_viewport_size({"width": 390, "height": 900})
        found += [f"at 390: {fault}" for fault in _faults(self.page)]
        return [(path, fault) for fault in found]

    def _as(self, username: str) -> None:
        if username == self.who:
            return
        self.who = username
        self.page.context.clear_cookies()
        if username:
            self.person.sign_in(username)


def _faults(page: Page) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    violations = page.evaluate('axe.run({resultTypes: ["violations"]}).then(told => told.violations)')
    found = [f"axe {violation['id']}: {violation['nodes'][0]['html'][:160]}" for violation in violations]
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"):
        found.append(f"sticks out sideways: {page.evaluate(WIDEST)}")
    return found


def _weight(came: list[Response]) -> list[str]:
    """Too heavy, packed as it would be sent."""
    sizes = [
        (r.request.resource_type, _packed(r))
        for r in came
        if r.request.resource_type in WEIGHED and r.status in (200, 304)
    ]
    whole, script = sum(size for _, size in sizes), sum(size for kind, size in sizes if kind == "script")
    return [f"weighs {whole} bytes"] * (whole > PAGE_LIMIT) + [f"{script} bytes of script"] * (script > SCRIPT_LIMIT)


def _packed(response: Response) -> int:
    path = urlsplit(response.url).path
    if path.startswith("/static/"):
        return _packed_file(path.removeprefix("/static/"))
    return len(gzip.compress(response.body())) if response.status == 200 else 0


@cache
def _packed_file(name: str) -> int:
    # The admin sends its libraries whole while developing, and small in production.
    small = finders.find(name.replace(".js", ".min.js")) if "/vendor/" in name else None
    return len(gzip.compress(Path(small or finders.find(name) or "").read_bytes()))
