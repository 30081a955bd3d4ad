"""A scan that is none: a print of our own, the scan of another naskah, too short, changed after it was uploaded."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kerjasama.accounts.models import User
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.demo.walk import Walk
from kerjasama.documents import rendering, storage
from kerjasama.documents import selectors as documents
from kerjasama.documents.models import Document, StoredFile
from kerjasama.workflow.models import StageEvent
from tests.factories.documents import pdf_bytes
from tests.support import facts
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked


def two_pages(template: str, context: Any) -> bytes:
    """A naskah is longer than one page."""
    return pdf_bytes(pages=2, mark=f"{template} {sorted(context.items())}")


def to_scanning(people: dict[str, User]) -> Walk:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rendering, "render_pdf", two_pages)
        return _to_scanning(people)


def _to_scanning(people: dict[str, User]) -> Walk:
    walk = new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments().open_naskah()
    return walk.to_paraf().paraf("ratna", "bambang", "nurhayati").to_signing().sign()


signed = walked(to_scanning)


@pytest.fixture
def naskah(signed: Walk, people: dict[str, User]) -> Walk:
    return resumed(signed, people)


def scanned(walk: Walk, content: bytes, by: str = "dewi") -> Any:
    told = facts.signed_scan(walk.agreement) | {"file": SimpleUploadedFile("naskah.pdf", content)}
    return walk.sub_act("upload_scan", by, **told)


def test_a_print_of_our_own_is_no_scan(naskah: Walk) -> None:
    printed = documents.latest(naskah.agreement, "NASKAH_FINAL")
    before = (Document.objects.count(), StoredFile.objects.count(), naskah.agreement.act_count)
    with pytest.raises(BadInput) as refused:
        scanned(naskah, storage.read(printed.file.sha256))
    told = "Berkas ini cetakan aplikasi sendiri, bukan pindaian naskah yang sudah ditandatangani."
    assert refused.value.errors == {"file": [told]}
    naskah.agreement.refresh_from_db()
    assert (Document.objects.count(), StoredFile.objects.count(), naskah.agreement.act_count) == before


def test_a_file_that_is_on_record_as_something_else_is_no_scan(naskah: Walk) -> None:
    letter = Document.objects.get(kind="THEIR_LETTER", status="READY")
    with pytest.raises(BadInput) as refused:
        scanned(naskah, storage.read(letter.file.sha256))
    assert refused.value.message == (
        f"Berkas ini sudah tercatat sebagai “{letter.title}”. Unggah pindaian naskah ini sendiri."
    )
    assert naskah.agreement.stage == "SCANNING"


def test_the_same_scan_may_come_again_after_a_refusal(naskah: Walk) -> None:
    content = pdf_bytes(mark="naskah asli")
    scanned(naskah, content)
    naskah.sub_act("reject_scan", "galih", reason="Meterai belum dihitung.")
    scanned(naskah, content)
    assert naskah.agreement.stage == "VALIDATION"


def test_a_file_that_changed_after_its_upload_is_not_confirmed(naskah: Walk) -> None:
    scanned(naskah, pdf_bytes(mark="naskah asli"))
    file = documents.latest(naskah.agreement, "SIGNED_SCAN").file
    path = Path(storage.root() / storage.path_of(file.sha256))
    path.chmod(0o640)
    path.write_bytes(pdf_bytes(mark="naskah lain"))
    with pytest.raises(NotYet) as refused:
        naskah.sub_act("validate_scan", "galih")
    assert refused.value.message == "Berkas pindaian hilang atau berubah sejak diunggah."
    naskah.agreement.refresh_from_db()
    assert (naskah.agreement.stage, naskah.agreement.validated_by) == ("VALIDATION", None)


def test_the_ledger_says_which_bytes_were_confirmed(naskah: Walk) -> None:
    scanned(naskah, pdf_bytes(mark="naskah asli"))
    scan = documents.latest(naskah.agreement, "SIGNED_SCAN")
    naskah.sub_act("validate_scan", "galih")
    told = StageEvent.objects.filter(act="validate_scan").latest("pk").data
    assert (told["scan"], told["scan_sha256"]) == (scan.pk, scan.file.sha256)


def test_the_second_person_is_told_how_long_the_scan_is(naskah: Walk) -> None:
    client, address = Client(), f"/naskah/{naskah.agreement.pk}/tindakan/nyatakan-sesuai/"
    client.force_login(naskah.people["galih"])
    scanned(naskah, pdf_bytes(pages=1, mark="naskah asli"))
    assert "1 halaman, sedangkan naskahnya 2 halaman." in client.get(address).content.decode()
    naskah.sub_act("reject_scan", "galih", reason="Tidak lengkap.")
    scanned(naskah, pdf_bytes(pages=2, mark="naskah asli"))
    shown = client.get(address).content.decode()
    assert ("2 halaman" in shown, "sedangkan naskahnya" in shown) == (True, False)
