"""The local backend on real keys: two and three signers, judged by pyHanko and by poppler, and what it refuses."""

import asyncio
import io
import logging
import pickle
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import pytest
from django.core.management import CommandError, call_command

from kerjasama.accounts.models import User
from kerjasama.documents.signing import chain, fields, keys
from kerjasama.documents.signing.judging import Conclusion, judge
from kerjasama.documents.signing.local import LocalBackend, _signed, _signer
from kerjasama.documents.signing.port import (
    BadDocument,
    BrokenAnswer,
    NotRegistered,
    NotUsable,
    SecretOnce,
    SignerStatus,
    WrongPassphrase,
)  # fmt: skip
from tests.support.signing import (
    CA_SECRET,
    OTHER_SECRET,
    SECRET,
    covers_all,
    expired,
    paper,
    pdfsig,
    prepared,
    request,
    sign,
    stamped_over,
)  # fmt: skip


def test_two_signers_stay_valid_one_after_the_other(shared_keys: Path, tmp_path: Path) -> None:
    ready = prepared(paper(1, 2), 1, 2)
    ours = sign(ready, 1)
    both = sign(ours.pdf, 2, "mitra", OTHER_SECRET)
    assert both.pdf.startswith(ours.pdf)
    assert ours.pdf.startswith(ready)
    report = judge(both.pdf)
    assert report.conclusion is Conclusion.UNTRUSTED
    assert [(one.field, one.signer, one.sound, one.trusted, one.ours) for one in report.signatures] == [
        ("PIHAK-1", "Aditya Pratama", True, False, True), ("PIHAK-2", "Rahmat Hidayat", True, False, True),
    ]  # fmt: skip
    assert pdfsig(both.pdf, tmp_path) == ["Signature is Valid.", "Signature is Valid."]
    assert covers_all(both.pdf, tmp_path) == [False, True]
    assert (ours.level, ours.certified, ours.subject) == ("B-B", False, "Aditya Pratama")


def test_a_caller_that_runs_an_event_loop_may_sign_and_judge(shared_keys: Path) -> None:
    async def within_a_loop() -> bool:
        return judge(sign(paper(), 1).pdf).sound

    # In a thread of its own: after a browser test this one runs a loop already.
    with ThreadPoolExecutor(1) as apart:
        assert apart.submit(lambda: asyncio.run(within_a_loop())).result()


def test_three_signers_one_of_them_without_a_visible_place(shared_keys: Path, tmp_path: Path) -> None:
    ready = prepared(paper(1, 2), 1, 2, 3)
    assert fields.field_names(ready) == ["PIHAK-1", "PIHAK-2", "PIHAK-3"]
    signed = sign(sign(sign(ready, 1).pdf, 2, "mitra", OTHER_SECRET).pdf, 3).pdf
    assert [one.sound for one in judge(signed).signatures] == [True, True, True]
    assert pdfsig(signed, tmp_path) == ["Signature is Valid."] * 3


def test_the_file_is_sound_for_other_tools_and_its_fonts_are_embedded(shared_keys: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(sign(prepared(paper(1), 1), 1).pdf)
    checked = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert fonts
    assert {line.split()[-5] for line in fonts} == {"yes"}
    words = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    words = " ".join(words.split())
    assert "Ditandatangani secara elektronik oleh:" in words
    assert "Tanda tangan elektronik tidak tersertifikasi" in words
    assert "BSrE" not in words


def test_twenty_flipped_bytes_are_all_found(shared_keys: Path, tmp_path: Path) -> None:
    signed = sign(prepared(paper(1), 1), 1).pdf
    step = len(signed) // 21
    for place in range(step, 20 * step + 1, step):
        broken = signed[:place] + bytes([signed[place] ^ 1]) + signed[place + 1 :]
        assert not judge(broken).sound, place


def test_a_stamp_after_signing_is_said_to_be_a_change(shared_keys: Path) -> None:
    signed = sign(prepared(paper(1), 1), 1).pdf
    changed = stamped_over(signed)
    report = judge(changed)
    assert report.conclusion is Conclusion.CHANGED
    assert report.signatures[0].intact
    assert "Berkas diubah sesudah ditandatangani Aditya Pratama" in chain.problem(signed, sign_over(changed))
    assert chain.problem(signed, changed) == "Isi berkas bertambah, tetapi tidak ada tanda tangan baru di dalamnya."


def sign_over(changed: bytes) -> bytes:
    """A second signature on the changed file, made past our own checks."""
    return _signed(request(changed, 9, "mitra", OTHER_SECRET), _signer("mitra", OTHER_SECRET))


def test_bytes_behind_the_last_signature_are_said_to_be_a_change(shared_keys: Path) -> None:
    signed = sign(prepared(paper(1), 1), 1).pdf
    assert judge(signed + b"\n% tambahan\n").conclusion is Conclusion.CHANGED


def test_a_file_of_another_paper_does_not_go_on_from_ours(shared_keys: Path) -> None:
    signed, other = sign(prepared(paper(1, 2), 1, 2), 1).pdf, sign(prepared(paper(1, words="Lain."), 1), 1).pdf
    assert "bukan kelanjutan" in chain.problem(signed, other)
    assert "sama persis" in chain.problem(signed, signed)
    with pytest.raises(BrokenAnswer):
        chain.answered(signed, b"<html>")


def test_a_wrong_passphrase_signs_nothing_and_is_written_nowhere(
    shared_keys: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    wrong = "salah-tetapi-panjang"
    with pytest.raises(WrongPassphrase) as refused:
        sign(prepared(paper(1), 1), 1, secret=wrong)
    assert "tidak cocok" in str(refused.value)
    chained, told = refused.value, []
    while chained is not None:
        told.append(repr(chained))
        chained = chained.__cause__
    assert wrong not in " ".join(told) + caplog.text


def test_an_expired_a_revoked_and_an_unknown_signer_are_refused_before_signing(own_keys: Path, db: None) -> None:
    ready = prepared(paper(1), 1)
    expired()
    with pytest.raises(NotUsable) as refused:
        sign(ready, 1, "lama")
    assert (refused.value.state, refused.value.message) == (
        SignerStatus.EXPIRED, "Sertifikat Anda sudah kedaluwarsa. Naskah tidak ditandatangani.",
    )  # fmt: skip
    with pytest.raises(NotRegistered):
        sign(ready, 1, "entah")
    keys.issue("baru", "Pejabat Baru", "Bupati", secret=SECRET, ca_secret=CA_SECRET, days=30)
    before = sign(ready, 1, "baru").pdf
    keys.revoke("baru", "gawai hilang")
    with pytest.raises(NotUsable) as refused:
        sign(ready, 1, "baru")
    assert refused.value.code == "REVOKE"
    facts = judge(before).signatures[0]
    assert (facts.sound, bool(facts.revoked_at)) == (True, True)


def test_keys_are_for_the_process_alone_and_the_secret_opens_nothing_else(own_keys: Path, db: None) -> None:
    keys.issue("ratna", "Ratna", "Kabag", secret=SECRET, ca_secret=CA_SECRET, days=30)
    modes = {path.name: path.stat().st_mode & 0o777 for path in own_keys.iterdir()}
    assert modes == dict.fromkeys(("ca.p12", "ca.pem", "signer-ratna.p12", "signer-ratna.pem"), 0o600)
    assert own_keys.stat().st_mode & 0o777 == 0o700
    for wrong in (CA_SECRET, SECRET.upper(), ""):
        with pytest.raises(WrongPassphrase):
            keys.opened("ratna", wrong)
    with pytest.raises(WrongPassphrase):
        keys.issue("dewi", "Dewi", "Staf", secret=OTHER_SECRET, ca_secret="bukan-frasa-ca-kita", days=30)
    assert keys.certificate_of("dewi") is None


def test_an_encrypted_paper_and_no_paper_are_refused(shared_keys: Path) -> None:
    with pikepdf.open(io.BytesIO(paper(1))) as opened:
        out = io.BytesIO()
        opened.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert judge(out.getvalue()).conclusion is Conclusion.UNREADABLE
    for broken in (out.getvalue(), b"%PDF-1.7 tidak ada apa-apa"):
        with pytest.raises(BadDocument):
            fields.places(broken, [1])


def test_a_secret_is_taken_once_and_never_shown_or_stored() -> None:
    secret = SecretOnce(SECRET)
    assert SECRET not in f"{secret!r} {secret!s} {secret}"
    with pytest.raises(TypeError):
        pickle.dumps(secret)
    assert secret.take() == SECRET
    with pytest.raises(ValueError, match="once"):
        secret.take()


def test_the_commands_issue_and_revoke(own_keys: Path, db: None, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    User.objects.create(username="bupati", full_name="Aditya", email="a@contoh.example")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{CA_SECRET}\n{SECRET}\n"))
    call_command("issue_certificate", "bupati", "--days", "100")
    assert LocalBackend().check_signer("bupati") is SignerStatus.ISSUE
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{CA_SECRET}\n{OTHER_SECRET}\n"))
    with pytest.raises(CommandError, match="Cabut dahulu"):
        call_command("issue_certificate", "bupati")
    call_command("revoke_certificate", "bupati", "--reason", "berhenti")
    assert LocalBackend().check_signer("bupati") is SignerStatus.REVOKE
    said = capsys.readouterr().out
    assert "Tidak tersertifikasi" in said
    assert [secret for secret in (SECRET, CA_SECRET, OTHER_SECRET) if secret in said] == []
    monkeypatch.setattr("sys.stdin", io.StringIO("pendek\npendek\n"))
    with pytest.raises(CommandError, match="paling sedikit 12"):
        call_command("issue_certificate", "bupati")
