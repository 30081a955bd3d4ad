"""The BSrE backends against a local service that answers as the real one: every ending it knows, once each."""

import logging
import ssl
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kerjasama.documents.signing import backends, fields
from kerjasama.documents.signing.bsre import NAMES_V1, NAMES_V2, BsreV1, BsreV2
from kerjasama.documents.signing.judging import judge
from kerjasama.documents.signing.port import (
    BrokenAnswer,
    Declined,
    NotRegistered,
    NotUsable,
    OutcomeUnknown,
    Placement,
    SecretOnce,
    Signer,
    SignRequest,
    Unavailable,
    WrongPassphrase,
)  # fmt: skip
from kerjasama.documents.signing.wire import Service
from tests.support.esign import ACCOUNT, ACCOUNT_SECRET, EMAIL, NIK, PASSPHRASE, ESign, running
from tests.support.signing import URL, paper, prepared

SIGN = {"bsre_v1": "/api/sign/pdf", "bsre_v2": "/api/v2/sign/pdf"}


@pytest.fixture
def esign(shared_keys: Path) -> Iterator[tuple[ESign, Service]]:
    with running() as (service, url):
        yield service, Service(url, ACCOUNT, ACCOUNT_SECRET, timeout=20, sleep=lambda _: None)


@pytest.fixture(params=["bsre_v1", "bsre_v2"])
def both(request: pytest.FixtureRequest, esign: tuple[ESign, Service]) -> tuple[ESign, Any]:
    service, wire = esign
    return service, BsreV1(wire, NAMES_V1) if request.param == "bsre_v1" else BsreV2(wire, NAMES_V2)


READY: dict[str, bytes] = {}


def ready() -> bytes:
    """The other party's field only: the service draws its own."""
    if not READY:
        READY["pdf"] = prepared(paper(1, 2), 2)
    return READY["pdf"]


def asked(backend: Any, passphrase: str = PASSPHRASE, ref: str = "") -> SignRequest:
    place = Placement("PIHAK-1", 2, (90, 600, 266, 668))
    who = ref or (NIK if backend.asks_nik else EMAIL)
    return SignRequest(
        ready(), Signer(who, "Aditya", "Bupati"), SecretOnce(passphrase), place, "Menyetujui", "Wanasari", URL
    )


def test_a_signature_comes_back_certified_behind_our_own_bytes(both: tuple[ESign, Any]) -> None:
    service, backend = both
    made = backend.sign(asked(backend))
    assert made.pdf == service.signed[0]
    assert made.pdf.startswith(ready())
    assert (made.backend, made.certified, made.level) == (backend.code, True, "B-B")
    assert judge(made.pdf).sound
    assert service.times(SIGN[backend.code]) == 1


def test_a_wrong_passphrase_is_said_and_never_tried_again(
    both: tuple[ESign, Any], caplog: pytest.LogCaptureFixture
) -> None:
    service, backend = both
    caplog.set_level(logging.DEBUG)
    with pytest.raises(WrongPassphrase) as refused:
        backend.sign(asked(backend, "melati-merah-desa"))
    assert service.times(SIGN[backend.code]) == 1
    assert service.signed == []
    said = f"{refused.value!r} {refused.value.detail} {caplog.text}"
    assert [word for word in ("melati-merah-desa", ACCOUNT_SECRET, NIK, EMAIL) if word in said] == []


@pytest.mark.parametrize(
    "state", ["EXPIRED", "REVOKE", "SUSPEND", "RENEW", "NEW", "NO_CERTIFICATE", "WAITING_FOR_VERIFICATION"]
)
def test_only_an_active_certificate_is_asked_to_sign(state: str, both: tuple[ESign, Any]) -> None:
    service, backend = both
    service.status = {NIK: state, EMAIL: state}
    with pytest.raises(NotUsable) as refused:
        backend.sign(asked(backend))
    assert refused.value.code == state
    assert service.times(SIGN[backend.code]) == 0


def test_an_unregistered_signer_is_refused(both: tuple[ESign, Any]) -> None:
    service, backend = both
    with pytest.raises(NotRegistered):
        backend.sign(asked(backend, ref="9999999999999999"))
    assert service.times(SIGN[backend.code]) == 0


def test_2011_at_signing_is_an_unregistered_signer_too(
    both: tuple[ESign, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    service, backend = both
    monkeypatch.setattr(type(backend), "check_signer", lambda *_: "ISSUE")
    monkeypatch.setattr("kerjasama.documents.signing.bsre.refuse_unusable", lambda _: None)
    service.status.clear()
    with pytest.raises(NotRegistered):
        backend.sign(asked(backend))


def test_a_busy_service_is_asked_again_and_signs_once(both: tuple[ESign, Any]) -> None:
    service, backend = both
    service.plan = ["429", "503", "ok"]
    made = backend.sign(asked(backend))
    assert (service.times(SIGN[backend.code]), len(service.signed)) == (3, 1)
    assert judge(made.pdf).sound
    service.plan = ["429"] * 5
    with pytest.raises(Unavailable):
        backend.sign(asked(backend))
    assert service.times(SIGN[backend.code]) == 6


def test_500_is_said_once_with_its_code(both: tuple[ESign, Any]) -> None:
    service, backend = both
    service.plan = ["500"]
    with pytest.raises(Declined) as refused:
        backend.sign(asked(backend))
    assert refused.value.detail.startswith("Kode jawaban layanan: 2000")
    assert service.times(SIGN[backend.code]) == 1


@pytest.mark.parametrize("ending", ["silent", "504"])
def test_silence_after_sending_is_unknown_and_never_sent_again(ending: str, both: tuple[ESign, Any]) -> None:
    service, backend = both
    service.plan, service.silence = [ending], 1.5
    impatient = type(backend)(replace(backend.service, timeout=1.0), backend.names)
    with pytest.raises(OutcomeUnknown):
        impatient.sign(asked(backend))
    assert service.times(SIGN[backend.code]) == 1


def test_an_answer_that_is_no_pdf_is_refused(both: tuple[ESign, Any]) -> None:
    service, backend = both
    service.plan = ["html"]
    with pytest.raises(BrokenAnswer):
        backend.sign(asked(backend))


def test_a_file_of_somebody_else_is_refused(both: tuple[ESign, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    service, backend = both
    other = service.sign(prepared(paper(1, words="Lain."), 1))
    monkeypatch.setattr(service, "sign", lambda _: other)
    with pytest.raises(BrokenAnswer):
        backend.sign(asked(backend))


def test_v1_fetches_the_file_once_when_only_its_number_comes(esign: tuple[ESign, Service]) -> None:
    service, wire = esign
    backend = BsreV1(wire, NAMES_V1)
    service.plan = ["empty"]
    made = backend.sign(asked(backend))
    assert (made.provider_tx, service.times("/api/sign/download/dok1")) == ("dok1", 1)
    assert wire.call("again", "GET", "/api/sign/download/dok1", changes=False).status == 404


def test_nobody_at_the_door_and_a_wrong_account_sign_nothing(esign: tuple[ESign, Service]) -> None:
    service, wire = esign
    for unusable in (replace(wire, url="http://127.0.0.1:9"), replace(wire, password="lain")):
        with pytest.raises(Unavailable):
            BsreV2(unusable, NAMES_V2).sign(asked(BsreV2(wire, NAMES_V2)))
    assert service.signed == []


def test_the_way_there_is_encrypted_and_its_certificate_checked(settings: Any) -> None:
    with pytest.raises(ValueError, match="https"):
        Service("http://esign.contoh.go.id", "a", "b")
    with pytest.raises(ValueError, match="https"):
        Service("ftp://127.0.0.1", "a", "b")
    connection = Service("https://esign.contoh.go.id", "a", "b")._connection()
    assert connection._context.verify_mode is ssl.CERT_REQUIRED
    assert connection._context.check_hostname
    assert "rahasia" not in repr(Service("https://x.example", "a", "rahasia"))


def test_names_of_fields_are_data(esign: tuple[ESign, Service], settings: Any) -> None:
    _, wire = esign
    settings.ESIGN_BACKEND, settings.BSRE_URL, settings.BSRE_USERNAME = "bsre_v1", wire.url, ACCOUNT
    settings.BSRE_PASSWORD, settings.BSRE_NAMES = ACCOUNT_SECRET, {"page": "halaman"}
    backend = backends.current()
    assert (backend.code, backend.names["page"], backend.names["x"]) == ("bsre_v1", "halaman", "xAxis")
    assert backend.sign(asked(backend)).certified
    assert fields.field_names(ready()) == ["PIHAK-2"]
