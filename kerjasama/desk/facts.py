"""The facts of a case as rows of names and values, for the cards of its page."""

from collections.abc import Iterable, Mapping
from typing import Any

from agreements import originals
from agreements.models import Agreement, AgreementParty
from kerjasama.core import text
from kerjasama.documents import corrections
from kerjasama.documents.models import Correction
from kerjasama.parties.listing import owner
from kerjasama.reviews.models import Clearance
from proposals.guards import requirement_of
from proposals.models import Proposal

Rows = list[dict[str, Any]]
TERMS = ("background", "aims", "location", "scope", "benefits", "impact", "financing")
_DOMESTIC = ("Permendagri Nomor 22 Tahun 2020", "Tata cara kerja sama dengan daerah lain dan pihak ketiga")
_ABROAD = (
    "Permendagri Nomor 25 Tahun 2020",
    "Tata cara kerja sama dengan pemerintah daerah dan lembaga di luar negeri",
)
_KSDPL = ("PP Nomor 28 Tahun 2018", "Pasal 23 sampai Pasal 34, pemerintah daerah di luar negeri")
_KSDLL = ("PP Nomor 28 Tahun 2018", "Pasal 23 dan Pasal 35 sampai Pasal 41, lembaga di luar negeri")
_UU23_ABROAD = ("UU Nomor 23 Tahun 2014", "Pasal 367, kerja sama dengan pihak luar negeri")
_THIRD = (
    ("UU Nomor 23 Tahun 2014", "Pasal 363 dan Pasal 366, kerja sama dengan pihak ketiga"),
    ("PP Nomor 28 Tahun 2018", "Pasal 13 sampai Pasal 22, kerja sama dengan pihak ketiga"),
    _DOMESTIC,
)
#: By the statutory phases of a route.
LAWS = {
    "KSDPL": (_UU23_ABROAD, _KSDPL, _ABROAD),
    "KSDLL_B": (_UU23_ABROAD, _KSDLL, _ABROAD),
    "KSDLL_A_BODY": (_UU23_ABROAD, _KSDLL, _ABROAD),
    "KSDLL_A_NONPROFIT": (
        _UU23_ABROAD,
        _KSDLL,
        _ABROAD,
        ("PP Nomor 59 Tahun 2016", "Pasal 7 dan Pasal 16, izin organisasi kemasyarakatan asing"),
    ),
    "KSDD": (
        ("UU Nomor 23 Tahun 2014", "Pasal 363 sampai Pasal 366, kerja sama daerah"),
        ("PP Nomor 28 Tahun 2018", "Pasal 2 sampai Pasal 12, kerja sama dengan daerah lain"),
        _DOMESTIC,
    ),
    "KSDD_WAJIB": (
        ("UU Nomor 23 Tahun 2014", "Pasal 364, kerja sama wajib dan pengambilalihannya"),
        ("PP Nomor 28 Tahun 2018", "Pasal 3, 5 sampai 7, 10, dan 11, kerja sama wajib"),
        _DOMESTIC,
    ),
    "KSDPK": _THIRD,
    "KSDPK_PRAKARSA": _THIRD,
    "SINERGI": (("PP Nomor 28 Tahun 2018", "Pasal 46 dan Pasal 49, sinergi dengan Pemerintah Pusat"),),
}


def summary(proposal: Proposal) -> Rows:
    """What the case is, in a glance."""
    return _rows(
        ("Arah", proposal.get_direction_display()),
        ("Prakarsa", proposal.get_initiative_display()),
        ("Jenis dipilih lain dari anjuran", proposal.choice_reason),
        ("Perseorangan pemilik usaha", "; ".join(filter(None, (owner(partner) for partner in proposal.counterparts)))),
        ("Urusan", str(proposal.affair or "Belum dipilih")),
        ("Jangka waktu", proposal.term_text or "Belum diisi"),
        ("Nilai", text.rupiah(proposal.amount) if proposal.amount is not None else "Belum diisi"),
        ("Perencanaan", proposal.get_plan_standing_display() or "Belum diisi"),
        ("Rujukan", proposal.plan_reference),
        ("DPRD", proposal.get_dprd_outcome_display() or requirement_of(proposal).sentence),
        ("Penyusun", proposal.author.full_name),
        ("Klasifikasi", proposal.get_classification_display()),
    ) + _planned(proposal)


def _planned(proposal: Proposal) -> Rows:
    """The row of the yearly plan from which the case starts."""
    row = proposal.plan_row
    return [{"name": "Baris rencana", "value": row.code, "url": row.get_absolute_url()}] if row else []


def terms(proposal: Proposal) -> Rows:
    """The parts of the terms of reference."""
    field = proposal._meta.get_field
    return [
        {"name": _first_capital(field(n).verbose_name), "value": getattr(proposal, n) or "Belum diisi"} for n in TERMS
    ]


def laws(proposal: Proposal) -> Rows:
    """What the kind of cooperation rests on."""
    return [{"name": name, "detail": detail} for name, detail in LAWS.get(proposal.route.phases, ())]


def of_naskah(agreement: Agreement, fixed: Iterable[Correction] = ()) -> Rows:
    """Numbers, days and places of a naskah, as far as they are known; a corrected one bears its old value."""
    held = list(fixed)
    numbers = corrections.of_rows(held, AgreementParty)
    places = corrections.of_rows(held, Agreement)
    parties = list(agreement.parties.all())
    theirs = [party for party in parties if party.partner_id]
    planned = agreement.planned_on if not agreement.signed_on else None
    return _rows(
        *((_number_of(party, len(theirs) == 1), _fixed(party.number, numbers.get((party.pk, "number")))) for party in parties),
        *((f"Penandatangan {party.name}", _signatory(party, numbers)) for party in theirs if _signatory(party, numbers)),
        ("Rencana ditandatangani", f"{text.date_long(planned)}, {agreement.planned_place}" if planned else ""),
        ("Tata cara", agreement.get_mode_display()),
        ("Ditandatangani", _signed(agreement, parties)),
        ("Berlaku sampai", text.date_long(agreement.ends_on) if agreement.ends_on else agreement.term_since),
        ("Sebab berakhir", f"{agreement.get_end_ground_display()}, {text.date_long(agreement.ended_on)}" if agreement.ended_on else ""),
        ("Digantikan oleh", str(agreement.replaced_by or "")),
        ("Penyelesaian", agreement.end_note),
        ("Perpanjangan", _renewal(agreement)),
        ("Hibah", agreement.get_grant_display() if agreement.grant != "NONE" else ""),
        ("Perselisihan", _of_dispute(agreement)),
        ("Pelaksana", agreement.executing_unit.name),
        ("Tempat naskah asli", _fixed(agreement.archive_place, places.get((agreement.pk, "archive_place")))),
        *_of_originals(agreement),
    )  # fmt: skip


def _renewal(agreement: Agreement) -> str:
    """What was decided on its end, and the case that takes its place where one does."""
    if agreement.ended_on is not None:
        return ""
    told = str(agreement.get_renewal_display())
    return f"{told}: {agreement.successor.code}" if agreement.successor else told


def _signed(agreement: Agreement, parties: Iterable[AgreementParty]) -> str:
    """The day of signing; from desk to desk also that of each party."""
    days = {party.signed_on for party in parties}
    if agreement.signed_on is None or len(days) < 2:
        return text.date_long(agreement.signed_on) if agreement.signed_on else ""
    each = ", ".join(f"{party.name} {text.date_long(party.signed_on)}" for party in parties if party.signed_on)
    return f"{text.date_long(agreement.signed_on)} ({each})"


def _of_originals(agreement: Agreement) -> list[tuple[str, str]]:
    """Where each original lies; in a line when every party has its own."""
    if agreement.exchanged_on:
        return [("Pertukaran naskah asli", f"Selesai {text.date_long(agreement.exchanged_on)}")]
    if not agreement.signed_on and not agreement.moves.all():
        return []
    return [
        (
            f"Naskah asli ke-{one.number}",
            f"{_first_capital(one.where)}{'' if one.settled else f', untuk {one.keeper.name}'}",
        )
        for one in originals.originals(agreement)
    ]


def _fixed(value: str, row: Correction | None) -> str:
    """A value, with what stood there before it was corrected."""
    return f"{value} (dikoreksi, semula {row.old_shown})" if row else value


def _signatory(party: AgreementParty, fixed: Mapping[tuple[int, str], Correction]) -> str:
    """Who signed for a partner, where that was corrected."""
    name, title = fixed.get((party.pk, "signatory_name")), fixed.get((party.pk, "signatory_title"))
    shown = f"{_fixed(party.signatory_name, name)}, {_fixed(party.signatory_title, title)}"
    return shown if name or title else ""


def _of_dispute(agreement: Agreement) -> str:
    """What the parties disagree on, and before whom it lies."""
    return "; ".join(
        f"{row.summary} ({row.get_step_display()}{', selesai' if row.settled_on else ''})"
        for row in agreement.disputes.all()
    )


def of_clearance(clearance: Clearance) -> Rows:
    """The letter to the DPRD and its answer."""
    return _rows(
        ("Permohonan", f"ke-{clearance.number_in_row}" if clearance.number_in_row > 1 else ""),
        ("Nomor surat", clearance.letter_number),
        ("Diterima", text.date_long(clearance.received_on) if clearance.received_on else "Belum dicatat diterima"),
        ("Tenggat", text.date_long(clearance.due_on) if clearance.due_on else ""),
        ("Komisi", clearance.committee),
        ("Keputusan", clearance.decision_number),
        ("Rapat paripurna", text.date_long(clearance.session_on) if clearance.session_on else ""),
        ("Tanggal", text.date_long(clearance.decided_on) if clearance.decided_on else ""),
        ("Alasan", clearance.reason),
        ("Nota Kepala Bagian", clearance.memo),
    )


def _number_of(party: AgreementParty, single: bool) -> str:
    """Our number, the partner's, or with several partners the one of each by name."""
    if not party.partner_id:
        return "Nomor kita"
    return "Nomor mitra" if single else f"Nomor {party.name}"


def _rows(*pairs: tuple[str, Any]) -> Rows:
    """Pairs as rows; what is empty falls out."""
    return [{"name": name, "value": value} for name, value in pairs if value]


def _first_capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
