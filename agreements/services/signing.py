"""Signing a naskah electronically: sign first, then one transaction through the one door.

A request is written down before it is sent and settled with the act; when the act is refused (two people at once, the
disk full) the signed bytes are thrown away and the naskah stands as it was.
"""

import hashlib
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.views.decorators.debug import sensitive_variables

from agreements import selectors
from agreements.models import Agreement, AgreementParty
from agreements.services.acts import act
from kerjasama.accounts import second_factor
from kerjasama.accounts.models import User
from kerjasama.core import uploads
from kerjasama.core.errors import BadInput, NotYet, Refusal, Stale
from kerjasama.documents import access, links, storage
from kerjasama.documents import selectors as documents
from kerjasama.documents.models import Document, SigningAttempt
from kerjasama.documents.signing import attempts, backends, chain, fields
from kerjasama.documents.signing.port import (
    OutcomeUnknown,
    Placement,
    SecretOnce,
    Signer,
    SigningBackend,
    SigningError,
    SignRequest,
    SignResult,
    WrongPassphrase,
)  # fmt: skip
from kerjasama.workflow.models import StageEvent
from kerjasama.workflow.services import check

State = SigningAttempt.State
READ_FIRST = "Buka dan baca naskahnya lebih dahulu (tombol Baca naskah). Sistem mencatat kapan Anda membukanya."
NOT_THE_SIGNATORY = "Penandatangan naskah ini ialah {name}. Tanda tangan elektronik dibubuhkan sendiri oleh orangnya, dengan sertifikatnya sendiri."


@sensitive_variables("passphrase", "nik", "proof", "request")
def sign(
    agreement: Agreement, name: str, *, by: User, expect: int, passphrase: SecretOnce, proof: SecretOnce, nik: str = "", **_: Any
) -> StageEvent:  # fmt: skip
    """Our side signs the exact file it has opened. `proof` is the second factor (PP 71/2019 art. 64).

    Raises what the door raises, BadInput for what was typed, SigningError of the backend, OutcomeUnknown (perlu cek).
    """
    held = Agreement.objects.get(pk=agreement.pk)
    if expect != held.act_count:
        raise Stale(
            "Keadaan sudah berubah sejak Anda membuka halaman ini. Tidak ada yang ditandatangani. Muat ulang halaman."
        )
    check(held, Agreement.arrow(name), by)
    ours = held.parties.get(partner__isnull=True)
    _refuse_other_person(held, ours, by)
    paper = documents.latest(held, "NASKAH_FINAL")
    read_at = access.opened_at(by, paper) if paper else None
    if paper is None or read_at is None:
        raise BadInput(READ_FIRST, errors={"read": [READ_FIRST]})
    second_factor.prove(by, proof.take())
    backend = backends.current()
    request = _request(
        held,
        paper,
        ours,
        backend,
        Signer(_ref(backend, by, nik), ours.signatory_name, ours.signatory_title),
        passphrase,
    )
    attempt = attempts.begin(
        paper, ours.order, by=by, backend=backend.code, sha256=hashlib.sha256(request.pdf).hexdigest()
    )
    result = _asked(backend, request, attempt, by)
    try:
        return act(held, name, by=by, expect=expect, result=result, attempt=attempt.pk, read_at=read_at)
    except Exception:
        attempts.end(attempt, State.DISCARDED, by=by)
        raise


def receive(agreement: Agreement, name: str, *, by: User, party: int, file: UploadedFile, **facts: Any) -> StageEvent:
    """The file that another party has signed: ours must be its beginning, and every signature must hold.

    Raises BadInput with what differs, UploadRefused, and what the door raises.
    """
    held = Agreement.objects.get(pk=agreement.pk)
    check(held, Agreement.arrow(name), by)
    if party not in {row.order for row in selectors.may_send_signed(held)}:
        raise BadInput("Pihak ini tidak ditunggu.", errors={"party": ["Pilih pihak yang belum menandatangani."]})
    uploads.inspect(file)
    content = file.read()
    before = storage.read(selectors.file_before(held, party).sha256)
    if before is None:
        raise NotYet("Berkas kita tidak dapat dibaca dari penyimpanan.", detail="Hubungi administrator.")
    added = chain.step(before, content).added
    if len(added) != 1:
        told = "Berkas memuat lebih dari satu tanda tangan baru. Setiap pihak menandatangani dan mengirim berkasnya sendiri, berurutan."
        raise BadInput(told, errors={"file": [told]})
    return act(held, name, by=by, party=party, content=content, signature=added[0], **facts)


def _refuse_other_person(agreement: Agreement, ours: AgreementParty, by: User) -> None:
    """With a surat kuasa only its holder signs, not whoever sits in his unit."""
    if (
        agreement.by_power
        and " ".join(by.full_name.split()).casefold() != " ".join(ours.signatory_name.split()).casefold()
    ):
        told = NOT_THE_SIGNATORY.format(name=ours.signatory_name)
        raise BadInput(told, errors={"": [told]})


def _ref(backend: SigningBackend, by: User, nik: str) -> str:
    """By what the backend knows a person."""
    if backend.asks_nik:
        return nik
    return by.username if backend.code == "local" else by.email


def _request(
    agreement: Agreement, paper: Document, ours: AgreementParty, backend: SigningBackend, signer: Signer, passphrase: SecretOnce
) -> SignRequest:  # fmt: skip
    printed = storage.read(paper.file.sha256) if paper.file else None
    if printed is None:
        raise NotYet("Berkas naskah tidak dapat dibaca dari penyimpanan.", detail="Hubungi administrator.")
    orders = list(agreement.parties.order_by("order").values_list("order", flat=True))
    found = fields.places(printed, orders)
    wanted: list[Placement] = [
        place for order, place in found.items() if order != ours.order or not backend.makes_field
    ]
    return SignRequest(
        pdf=fields.with_fields(printed, wanted), signer=signer, secret=passphrase, placement=found[ours.order],
        reason=f"Menyetujui {agreement.get_instrument_display()} Nomor {paper.number}", location=agreement.planned_place,
        verify_url=links.verify_url(paper.token),
    )  # fmt: skip


@sensitive_variables("request")
def _asked(backend: SigningBackend, request: SignRequest, attempt: SigningAttempt, by: User) -> SignResult:
    try:
        return backend.sign(request)
    except OutcomeUnknown as refusal:
        attempts.end(attempt, State.UNKNOWN, by=by, code=refusal.code)
        raise
    except WrongPassphrase as refusal:
        attempts.end(attempt, State.REFUSED, by=by, code=refusal.code)
        raise BadInput(refusal.message, errors={"passphrase": [f"{refusal.message} {refusal.detail}"]}) from None
    except SigningError as refusal:
        attempts.end(attempt, State.REFUSED, by=by, code=refusal.code)
        raise
    except Exception as problem:
        # Whatever broke, nobody can say how far the request had come.
        attempts.end(attempt, State.UNKNOWN, by=by, code=type(problem).__name__)
        raise Refusal(OutcomeUnknown().message, detail=OutcomeUnknown().detail) from None
