"""A naskah led to the day of its electronic signing, and what its people do there."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from agreements import selectors
from agreements.models import Agreement
from agreements.services import signing
from agreements.services.acts import act
from kerjasama.accounts import marks
from kerjasama.core import clock
from kerjasama.demo.walk import Walk
from kerjasama.documents import selectors as documents
from kerjasama.documents import storage
from kerjasama.documents.models import FileAccess
from kerjasama.documents.signing.port import SecretOnce
from tests.support import facts
from tests.support.signing import OTHER_SECRET, SECRET, sign

PIN = "270519"


def planned(walk: Walk, way: str = "ELECTRONIC") -> Walk:
    """A KB whose paraf are all there, planned for electronic signing today."""
    walk.open_naskah().to_paraf().paraf("ratna", "bambang", "nurhayati")
    return plan(walk, way)


def plan(walk: Walk, way: str = "ELECTRONIC") -> Walk:
    def doing() -> None:
        given = facts.signing_plan(walk.agreement)
        act(walk.agreement, "prepare_signing", by=walk.who("staf"), way=way, **given)

    walk.on_that_day(doing)
    walk.print_papers(walk.agreement)
    walk.agreement = Agreement.objects.get(pk=walk.agreement.pk)
    return walk


def opened(walk: Walk, by: str = "aditya") -> Walk:
    """The signer has opened the paper, as the download notes it."""
    paper = documents.latest(walk.agreement, "NASKAH_FINAL")
    walk.on_that_day(lambda: FileAccess.objects.create(user=walk.who(by), document=paper))
    return walk


def we_sign(walk: Walk, by: str = "aditya", secret: str = SECRET, **changed: Any) -> Walk:
    user = walk.who(by)
    marks.set_mark(user, pin=PIN)
    given = {"expect": walk.agreement.act_count, "passphrase": SecretOnce(secret), "proof": SecretOnce(PIN)}
    walk.on_that_day(lambda: signing.sign(walk.agreement, "sign_electronically", by=user, **{**given, **changed}))
    walk.agreement.refresh_from_db()
    return walk


def file_of(walk: Walk) -> bytes:
    """The newest signed file."""
    content = storage.read(selectors.signatures_of(walk.agreement)[-1].file.sha256)
    assert content is not None
    return content


def partner_signs(content: bytes, order: int = 2) -> bytes:
    """What the other party sends back."""
    return sign(content, order, "mitra", OTHER_SECRET).pdf


def upload(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("naskah.pdf", content, "application/pdf")


def receive(
    walk: Walk, content: bytes, party: int = 2, by: str = "staf", name: str = "receive_signed", **changed: Any
) -> Walk:
    def doing() -> None:
        given = {
            "party": party,
            "file": upload(content),
            "occurred_on": clock.today(),
            "expect": walk.agreement.act_count,
        }
        signing.receive(walk.agreement, name, by=walk.who(by), **{**given, **changed})

    walk.on_that_day(doing)
    walk.agreement.refresh_from_db()
    return walk
