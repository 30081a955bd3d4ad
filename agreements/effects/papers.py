"""Papers that acts on a naskah make: the text to paraf, the paraf sheet, the text to sign, the scan."""

from typing import Any

from agreements.amendments import amendments
from agreements.originals import LANGUAGES
from agreements.premises import premises
from agreements.stages import Instrument, ParafState, Trait, Way
from kerjasama.accounts.models import Government
from kerjasama.accounts.offices import Office
from kerjasama.core import parameters, text
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.documents import papers, services, storage
from kerjasama.documents import selectors as documents
from kerjasama.documents.models import Document
from kerjasama.documents.signers import signer_of

CAPACITY = {"DEFINITIVE": "", "PLT": "Plt.", "PLH": "Plh.", "PJ": "Pj."}


def naskah_context(agreement: Any, *, draft: bool) -> dict[str, Any]:
    """The plain facts of the naskah as it shall be printed."""
    version = agreement.locked_version
    parent = agreement.parent
    ours_of_parent = parent.parties.filter(partner__isnull=True).first() if parent else None
    build, more = _builder(agreement, version, draft=draft)
    return build(
        **more, instrument=agreement.instrument, title=version.title,
        parties=[_party(agreement, party) for party in agreement.parties.order_by("order").select_related("partner__region")],
        signed_on=None if draft else agreement.planned_on, place="" if draft else agreement.planned_place,
        premises=premises(agreement), clauses=[{"title": c.title, "paragraphs": list(c.paragraphs)} for c in version.content],
        text_hash=agreement.text_hash, parent_number=ours_of_parent.number if ours_of_parent else "",
        parent_date=parent.signed_on if parent else None, draft=draft, originals=agreement.originals, version=version.number,
        paper=parameters.value("paper_size"), annexes=version.annexes,
    )  # fmt: skip


def _builder(agreement: Any, version: Any, *, draft: bool) -> tuple[Any, dict[str, Any]]:
    """What prints this naskah, and what it wants besides: a second language where the route asks for one."""
    if Trait.BILINGUAL in agreement.route.traits:
        return papers.bilingual, {"translation": version.translation, "languages": LANGUAGES}
    return papers.naskah, {"electronic": not draft and agreement.way == Way.ELECTRONIC, "amends": _amends(agreement)}


def _amends(agreement: Any) -> dict[str, Any] | None:
    """What an adendum changes, and the how-manieth it is."""
    if Trait.AMENDS not in agreement.route.traits:
        return None
    return {
        "form": str(agreement.parent.get_instrument_display()),
        "count": amendments(agreement.parent).exclude(pk=agreement.pk).count() + 1,
        "stamped": agreement.rank == Instrument.PKS,
    }


def _party(agreement: Any, party: Any) -> dict[str, Any]:
    government = Government.current()
    domicile = government.address if party.partner_id is None else party.partner.address
    title = party.signatory_title or (
        signer_of(Office.KDH)["title"] if party.partner_id is None else party.partner.head_title
    )
    return {
        "order": party.order, "label": text.party_label(party.order), "name": party.name, "number": party.number,
        "signatory_name": party.signatory_name, "signatory_title": title, "capacity": CAPACITY.get(party.capacity, ""),
        "seat": title, "domicile": domicile, "authority": _authority(agreement, party),
    }  # fmt: skip


def _authority(agreement: Any, party: Any) -> str:
    """By what an official signs for our side, when it is not the Kepala Daerah himself."""
    if party.partner_id is not None or not agreement.by_power or agreement.power is None:
        return ""
    leader, power = signer_of(Office.KDH)["title"], agreement.power
    return f"berdasarkan Surat Kuasa {leader} Nomor {power.number} tanggal {text.date_long(power.dated)}"


def _issue(
    agreement: Any, act: Any, kind: str, template: str, title: str, context: dict[str, Any], **options: Any
) -> Any:
    document = services.issue(
        agreement, kind, template=template, context=context, by=act.by, title=title, dated=act.occurred_on, **options
    )
    act.record.setdefault("documents", []).append(document.pk)
    return document


def _template(agreement: Any) -> str:
    if Trait.BILINGUAL in agreement.route.traits:
        return "naskah_dua_bahasa"
    return {"KB": "kesepakatan_bersama", "PKS": "perjanjian_kerja_sama", "NK": "nota_kesepakatan", "ADD": "adendum"}[
        agreement.instrument
    ]


def issue_locked_text(agreement: Any, act: Any) -> None:
    """The exact text, with its hash and blank slots, for the chain of paraf."""
    label = f"{agreement.get_instrument_display()}, versi {agreement.locked_version.number} untuk diparaf"
    _issue(agreement, act, "NASKAH_LOCKED", _template(agreement), label, naskah_context(agreement, draft=True))


def issue_paraf_sheet(agreement: Any, act: Any) -> None:
    """The lembar paraf, once the last paraf is there."""
    rows = list(agreement.paraf_round().select_related("given_by"))
    if any(row.state != ParafState.GIVEN for row in rows):
        return
    context = papers.paraf_sheet(
        title=agreement.locked_version.title, instrument=agreement.instrument, version=agreement.locked_version.number,
        text_hash=agreement.text_hash,
        rows=[(r.order, r.shown_seat, r.given_by.full_name, r.principal_name, r.given_at, r.specimen) for r in rows],
    )  # fmt: skip
    _issue(agreement, act, "PARAF_SHEET", "lembar_paraf", "Lembar Paraf", context)


def issue_final_text(agreement: Any, act: Any) -> None:
    """The text with its slots filled, for the signatures; its own hash goes to the QR page."""
    ours = agreement.parties.filter(partner__isnull=True).first()
    before = documents.latest(agreement, "NASKAH_FINAL")
    fresh = _issue(
        agreement, act, "NASKAH_FINAL", _template(agreement), str(agreement.get_instrument_display()),
        naskah_context(agreement, draft=False), number=ours.number if ours else "",
    )  # fmt: skip
    if before is not None:
        # Another day or place for the same text: the number stays, the older paper gives way.
        services.supersede(before, fresh, by=act.by)


def publish_final_text(agreement: Any, act: Any) -> None:
    """Signed: the QR page now knows it."""
    services.publish(documents.latest(agreement, "NASKAH_FINAL"), by=act.by)


def withdraw_papers(agreement: Any, act: Any) -> None:
    """Papers of a text that is open again are annulled, and stay on record."""
    for kind in ("NASKAH_LOCKED", "PARAF_SHEET", "NASKAH_FINAL"):
        document = documents.latest(agreement, kind)
        if document is not None and document.status in {"QUEUED", "READY", "FAILED"}:
            services.annul(document, reason=act.reason, by=act.by)


def keep_scan(agreement: Any, act: Any) -> None:
    """The scan of the signed originals. Raises BadInput for a file that is on record as something else."""
    document = services.attach_upload(
        agreement,
        "SIGNED_SCAN",
        "Pindaian naskah bertanda tangan",
        act.data["file"],
        by=act.by,
        dated=agreement.signed_on,
    )
    act.record.setdefault("documents", []).append(document.pk)
    _refuse_known_file(agreement, document)


def check_scan(agreement: Any, act: Any) -> None:
    """The second person has compared the very bytes that were uploaded. Raises NotYet when they are gone or changed."""
    scan = documents.latest(agreement, "SIGNED_SCAN")
    if scan is None:
        return
    if scan.file is None or storage.read(scan.file.sha256) is None:
        raise NotYet(
            "Berkas pindaian hilang atau berubah sejak diunggah.",
            detail="Tolak pindaian ini dan minta unggah kembali. Administrator memeriksa penyimpanan dengan verify_files.",
        )
    act.record.update(scan=scan.pk, scan_sha256=scan.file.sha256)


def _refuse_known_file(agreement: Any, scan: Any) -> None:
    """A scan is nobody else's scan and no print of our own; the same file again after a refusal is allowed."""
    others = Document.objects.filter(file_id=scan.file_id).exclude(pk=scan.pk)
    other = others.exclude(kind=scan.kind, subject_type=scan.subject_type, object_id=agreement.pk).first()
    if other is None:
        return
    told = (
        "Berkas ini cetakan aplikasi sendiri, bukan pindaian naskah yang sudah ditandatangani."
        if other.template
        else f"Berkas ini sudah tercatat sebagai “{other.title}”. Unggah pindaian naskah ini sendiri."
    )
    raise BadInput(told, errors={"file": [told]})
