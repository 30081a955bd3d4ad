"""The whole way in a real browser: printed by the worker, published, checked with a file."""

import pytest

from kerjasama.documents import services
from tests.documents.conftest import MONDAY
from tests.documents.samples import naskah
from tests.factories.accounts import GovernmentFactory, OrgUnitFactory, UserFactory

pytestmark = pytest.mark.browser


@pytest.fixture
def paper(site):
    """An agreement printed by the worker of the site and published."""
    GovernmentFactory()
    subject, writer = OrgUnitFactory(), UserFactory()
    template = "perjanjian_kerja_sama"
    made = services.issue(
        subject, "PKS", template=template, context=naskah(), by=writer, title="Perjanjian Kerja Sama",
        dated=MONDAY.date(), series="PKS", unit_code="KS", public=True,
    )  # fmt: skip
    site.run_worker_until_idle()
    made.refresh_from_db()
    assert made.status == "READY"
    return made


def test_a_reader_compares_a_file_without_sending_it(site, paper, page, settings, tmp_path):
    sent, problems = [], []
    page.on("request", lambda request: sent.append(request.method))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.goto(f"{site.url}/periksa/")
    page.get_by_label("Nomor naskah").fill(paper.number)
    page.get_by_label("Tahun naskah").fill("2026")
    page.get_by_label("Kode singkat").fill(paper.short_code.lower())
    page.get_by_role("button", name="Periksa").click()
    page.get_by_role("heading", name="Dokumen asli dan masih berlaku").wait_for()
    sent.clear()
    true, false = tmp_path / "asli.pdf", tmp_path / "ubahan.pdf"
    true.write_bytes((settings.MEDIA_ROOT / paper.file.path).read_bytes())
    false.write_bytes(true.read_bytes() + b"\n")
    page.locator("#berkas-anda").set_input_files(true)
    page.get_by_text("asli.pdf sama persis dengan dokumen yang terdaftar.").wait_for()
    page.locator("#berkas-anda").set_input_files(false)
    page.get_by_text("ubahan.pdf berbeda dari dokumen yang terdaftar.").wait_for()
    page.get_by_role("button", name="Bandingkan").click()
    assert (sent, problems) == ([], [])
