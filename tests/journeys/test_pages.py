"""Every page at 1440 and 390 px: axe finds nothing, nothing sticks out, the policy is kept, the weight is light."""

import gzip
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response

from kerjasama.core import clock
from kerjasama.demo.walk import Walk
from kerjasama.documents.models import Document
from tests.support.browsing import Person
from tests.support.site import Site
from tests.support.wanasari import set_up, story

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PAGE_LIMIT, SCRIPT_LIMIT = 150 * 1024, 40 * 1024


@pytest.fixture
def cases(site: Site) -> dict[str, Walk]:
    """Cases at the stages whose pages differ, walked up to today."""
    people = set_up()
    begun = clock.today() - timedelta(days=200)

    def walk(**facts: object) -> Walk:
        return Walk(story(**facts), people, begun, print_now=True)

    draft = walk().open()
    checking = walk(title="Rujukan Pasien Perbatasan").to_verification()
    tkksd = walk(title="Trayek Angkutan Perbatasan").to_verification().to_answer().to_tkksd()
    dprd = walk(title="Air Minum Curah Lintas Daerah", unbudgeted=True)
    dprd.to_verification().to_answer().to_tkksd().to_assessment().to_dprd()
    paraf = walk(title="Promosi Wisata Lereng Selatan").to_verification().to_answer().to_tkksd().to_assessment()
    paraf.to_instruments().open_naskah("KB").to_paraf().paraf("ratna")
    force = walk(title="Pemadam Kebakaran Perbatasan").to_verification().to_answer().to_tkksd().to_assessment()
    force.to_instruments().whole_naskah("KB").open_report()
    return {"draft": draft, "checking": checking, "tkksd": tkksd, "dprd": dprd, "paraf": paraf, "force": force}


def addresses(cases: dict[str, Walk]) -> list[tuple[str, str]]:
    """Who looks at what."""
    code = {name: walk.proposal.code for name, walk in cases.items()}
    naskah, report = cases["paraf"].agreement.pk, cases["force"].report.pk
    token = Document.objects.filter(kind="NASKAH_FINAL", public=True).latest("pk").token
    return [
        ("", "/akun/masuk/"), ("", "/periksa/"), ("", f"/periksa/{token}/"),
        ("dewi", "/"), ("dewi", "/tugas/"), ("dewi", "/usulan/"), ("dewi", "/usulan/?q=tidakada"), ("dewi", "/usulan/baru/"),
        ("dewi", "/usulan/baru/?partner=VERTICAL&begins=WE"), ("dewi", "/usulan/baru/?partner=REGION&begins=WE&jenis=1"),
        ("dewi", f"/usulan/{code['checking']}/"), ("dewi", f"/usulan/{code['checking']}/tindakan/nyatakan-lengkap/"),
        ("dewi", f"/usulan/{code['checking']}/tindakan/kembalikan/"), ("dewi", f"/usulan/{code['tkksd']}/"),
        ("dewi", f"/usulan/{code['force']}/"), ("dewi", "/naskah/"), ("dewi", f"/naskah/{naskah}/baca/"), ("dewi", "/monev/"),
        ("dewi", "/mitra/"), ("dewi", "/pemberitahuan/"), ("dewi", "/akun/profil/"), ("dewi", "/panduan/"), ("dewi", "/cari/?q=sampah"),
        ("dlh", f"/usulan/{code['draft']}/"), ("dlh", f"/usulan/{code['draft']}/isi/kak/"),
        ("dlh", f"/usulan/{code['draft']}/isi/pembiayaan/"), ("dlh", f"/usulan/{code['draft']}/isi/pendukung/"),
        ("dlh", f"/monev/{report}/"),
        ("ratna", f"/usulan/{code['tkksd']}/tindakan/jadwalkan-rapat/"), ("ratna", "/jejak/"),
        ("bambang", f"/usulan/{code['paraf']}/"), ("bambang", f"/naskah/{naskah}/tindakan/paraf/"),
        ("setwan", "/dprd/"), ("setwan", f"/dprd/{code['dprd']}/"), ("setwan", f"/dprd/{code['dprd']}/tindakan/putuskan-dprd/"),
        ("setwan", "/dprd/riwayat/"), ("hukum", "/admin/"), ("admin", "/admin/"),
    ]  # fmt: skip


def test_every_page_is_sound_at_both_widths(cases: dict[str, Walk], site: Site, page: Page, tmp_path: object) -> None:
    person, found, who = Person(page, site.url, tmp_path), [], None
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    for username, address in addresses(cases):
        if username and username != who:
            person.sign_in(username)
            who = username
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 900})
            complaints.clear()
            sizes: list[tuple[str, int]] = []
            page.on("response", note := _weigh(sizes))
            answer = page.goto(f"{site.url}{address}", wait_until="load")
            page.remove_listener("response", note)
            assert answer is not None and answer.status == 200, (username, address, answer and answer.status)
            found += [(address, width, problem) for problem in _problems(page, complaints, sizes)]
    assert found == []


def _weigh(sizes: list[tuple[str, int]]):
    def note(response: Response) -> None:
        kind = response.request.resource_type
        if kind in {"document", "script", "stylesheet", "font", "image"} and response.status == 200:
            sizes.append((kind, len(gzip.compress(response.body()))))

    return note


def _problems(page: Page, complaints: list[str], sizes: list[tuple[str, int]]) -> list[str]:
    """What is wrong with the page that is open now."""
    problems = [f"console: {text}" for text in complaints]
    results = Axe().run(page).response
    for violation in results["violations"]:
        problems.append(f"axe {violation['id']}: {violation['nodes'][0]['html'][:160]}")
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"):
        problems.append("sticks out sideways")
    if sum(size for _, size in sizes) > PAGE_LIMIT:
        problems.append(f"weighs {sum(size for _, size in sizes)} bytes")
    if sum(size for kind, size in sizes if kind == "script") > SCRIPT_LIMIT:
        problems.append("too much script")
    return problems
