"""Anybody with a file learns what it is: the same, an earlier one, changed after signing, or another paper."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from kerjasama.demo.walk import Walk
from kerjasama.documents import selectors as documents
from kerjasama.documents import storage
from kerjasama.documents.signing import judging
from tests.core import hostile_files as hostile
from tests.support.electronic import file_of, opened, partner_signs, receive, upload, we_sign
from tests.support.signing import OTHER_SECRET, paper, prepared, sign


@pytest.fixture
def signed(ready: Walk) -> Walk:
    cache.clear()
    return receive(we := we_sign(opened(ready)), partner_signs(file_of(we)))


def asked(walk: Walk, content: bytes) -> str:
    document = documents.latest(walk.agreement, "NASKAH_FINAL")
    page = (
        Client().post(reverse("documents:verify", args=[document.token]), {"berkas": upload(content)}).content.decode()
    )
    return re.search(r"data-verify-result>(.*?)</div></div>|data-verify-result>(.*?)<details", page, re.DOTALL)[0]


def test_the_page_says_which_file_it_is(signed: Walk) -> None:
    final = file_of(signed)
    printed = storage.read(documents.latest(signed.agreement, "NASKAH_FINAL").file.sha256)
    broken = final[:300] + bytes([final[300] ^ 1]) + final[301:]
    said = {
        "sama persis": final,
        "sebelum semua pihak menandatanganinya": printed,
        "tanda tangan lain yang tidak terdaftar": sign(final, 5, "mitra", OTHER_SECRET).pdf,
        "diubah sesudah ditandatangani": final + b"\n% catatan\n",
        "Berkas Anda dokumen lain": prepared(paper(1, words="Lain"), 1),
    }
    assert [words for words, content in said.items() if words not in asked(signed, content)] == []
    assert "sama persis" not in asked(signed, broken)


def test_a_file_that_swells_is_never_opened_by_the_site_itself(signed: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Anybody may send one here; a reader of signatures would have inflated it to three gigabytes."""
    opened_here: list[bytes] = []
    monkeypatch.setattr(judging, "judge", opened_here.append)
    assert "Berkas Anda dokumen lain" in asked(signed, hostile.swelling_object_stream())
    assert opened_here == []


def test_the_page_shows_who_signed_how_and_nothing_personal(signed: Walk) -> None:
    document = documents.latest(signed.agreement, "NASKAH_FINAL")
    page = Client().get(reverse("documents:verify", args=[document.token])).content.decode()
    assert ("Tanda tangan elektronik" in page, page.count("tidak tersertifikasi"), "data-verify-signed" in page) == (
        True,
        2,
        True,
    )
    assert "Rahmat Hidayat" not in page


def told(content: bytes, folder: Path, capsys: Any) -> tuple[int, dict[str, Any]]:
    path, status = folder / "periksa.pdf", 0
    path.write_bytes(content)
    try:
        call_command("verify_pdf", str(path), "--json")
    except SystemExit as ended:
        status = int(ended.code or 0)
    return status, json.loads(capsys.readouterr().out)


def test_the_command_judges_a_file(signed: Walk, tmp_path: Path, capsys: Any) -> None:
    final = file_of(signed)
    status, found = told(final, tmp_path, capsys)
    assert (status, found["conclusion"], found["paper"]["present"], found["paper"]["state"]) == (
        0,
        "UNTRUSTED",
        True,
        "IN_FORCE",
    )
    assert [(s["sound"], s["covers_whole_file"], s["regional_certificate"]) for s in found["signatures"]] == [
        (True, False, True), (True, True, True),
    ]  # fmt: skip
    status, found = told(final + b"\n% tambahan\n", tmp_path, capsys)
    assert (status, found["conclusion"], found["paper"]["present"]) == (1, "CHANGED", False)
    status, found = told(paper(1, words="Entah"), tmp_path, capsys)
    assert (status, found["conclusion"], found["paper"]) == (2, "NO_SIGNATURE", None)
    printed = storage.read(documents.latest(signed.agreement, "NASKAH_FINAL").file.sha256)
    assert told(printed, tmp_path, capsys)[0] == 0
    assert told(b"bukan pdf", tmp_path, capsys)[0] == 1


def test_the_command_speaks_plainly(signed: Walk, tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(file_of(signed))
    call_command("verify_pdf", str(path))
    said = capsys.readouterr().out
    assert (
        "1. PIHAK-1: Aditya Pratama; utuh; B-B, sertifikat daerah; mencakup berkas sampai tanda tangan berikutnya"
        in said
    )
    assert "mencakup seluruh berkas" in said
    assert "berkas yang terdaftar, IN_FORCE" in said
