"""What becomes of an old naskah: the decision before its end, the case that runs it in full here, the naskah that it lives on as."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from agreements import entries
from agreements.models import Agreement, OldNaskah, RegisterEntry
from agreements.old_continuing import lead_on
from agreements.old_finding import named
from agreements.old_renewals import is_widowed, run_in
from agreements.services.old import KEEPERS, held, keep, refuse_gone_on
from agreements.stages import Instrument, Renewal
from kerjasama.accounts.models import OrgUnit, User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds, require
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.parties.models import Partner
from kerjasama.workflow.statute import Direction, Initiative
from proposals.models import Proposal
from proposals.services.drafting import open_proposal, write


def deciders(old: OldNaskah) -> tuple[str, ...]:
    """The offices that say what becomes of it: its keepers, and the unit that carries it out where one is known."""
    return (*KEEPERS, Office.OPD) if old.unit_id else KEEPERS


def may_decide(old: OldNaskah, user: User) -> bool:
    """Whether a person may say what becomes of it now."""
    return not old.withdrawn_at and not old.continued_as_id and holds(user, *deciders(old), unit_id=old.unit_id)


@transaction.atomic
def decide(old: OldNaskah, renewal: str, *, reason: str, expect: int, by: User, after: str = "") -> OldNaskah:
    """Say what becomes of it when it ends: LAPSE, REPLACE by the case or naskah that `after` names, or "" to decide anew.

    Raises NotYours, Stale, NotYet for one that lives on here already, BadInput.
    """
    require(by, *deciders(old), unit_id=old.unit_id)
    if not reason.strip():
        raise BadInput("Alasan belum ditulis.", errors={"reason": ["Tulis alasan keputusan ini."]})
    if renewal not in ("", Renewal.LAPSE, Renewal.REPLACE):
        raise BadInput("Keputusan tidak dikenal.", errors={"renewal": ["Pilih salah satu keputusan."]})
    old = held(old, expect)
    refuse_gone_on(old)
    old.successor = old.successor_old = None
    if renewal == Renewal.REPLACE:
        _name_successor(old, after, by)
    old.renewal, old.renewal_reason = renewal, reason.strip() if renewal else ""
    old.renewal_on = clock.today() if renewal else None
    return keep(old, reason=f"Kelanjutan: {reason.strip()}", by=by)


def _name_successor(old: OldNaskah, after: str, by: User) -> None:
    """Put the living case or naskah that a text names in its place. Raises BadInput."""
    case = Proposal.visible_to(by).filter(code__iexact=after.strip()).first()
    if case is not None:
        old.successor = case
    else:
        entry = only_one(after, "after")
        if entry.old_id == old.pk:
            raise BadInput("Pengganti salah.", errors={"after": ["Naskah ini tidak menggantikan dirinya sendiri."]})
        old.successor, old.successor_old = entry.proposal, entry.old
    if is_widowed(old):
        told = "Usulan atau naskah ini sudah tidak berjalan, sehingga tidak dapat menjadi penggantinya."
        raise BadInput("Pengganti salah.", errors={"after": [told]})
    if old.successor_id and old.successor_id == old.case_id:
        told = "Usulan ini mengelola naskah ini sendiri, bukan menggantikannya; naskahnya tetap berakhir pada harinya."
        raise BadInput("Pengganti salah.", errors={"after": [told]})


def only_one(text: str, field: str) -> RegisterEntry:
    """The one naskah of the register that a number or a code names. Raises BadInput at a field where there is none, or more."""
    found = named(text)
    if len(found) == 1:
        return found[0]
    if not found:
        told = f"Tidak ada naskah dengan nomor atau kode “{text.strip()}” dalam register. Tulis nomornya lengkap."
    else:
        told = f"{len(found)} naskah memakai “{text.strip()}”. Tulis nomor yang hanya dipakai naskah itu, atau kode NL-nya."
    raise BadInput("Naskah tidak dikenali.", errors={field: [told]})


@dataclass(frozen=True, slots=True)
class Opening:
    """What a case for an old naskah begins with."""

    title: str
    kind: str
    category: str
    unit: OrgUnit
    partners: Iterable[Partner]


@transaction.atomic
def open_case(old: OldNaskah, opening: Opening, *, expect: int, by: User) -> Proposal:
    """Open the case in which it is run in full, linked to it; what follows is the way of a case that began on paper (decision 25).

    Raises NotYours, Stale, NotYet where a living case runs it already, and what opening a case raises.
    """
    require(by, Office.BAGIAN)
    old = held(old, expect)
    _refuse_run(old)
    case = open_proposal(
        by=by, title=opening.title, direction=Direction.OUTGOING, lead_unit=opening.unit, partners=opening.partners, kind=opening.kind,
        category=opening.category, initiative=Initiative.REGION, choice_reason=f"Mengelola naskah lama {old.code} dalam aplikasi.",
    )  # fmt: skip
    known = _known_of(old)
    if known:
        case = write(case, known, by=by)
    old.case = case
    keep(old, reason=f"Dikelola penuh dalam usulan {case.code}", by=by)
    return case


def _known_of(old: OldNaskah) -> dict[str, Any]:
    """What the old naskah tells of the content of its case: scope and term, where it tells them."""
    found: dict[str, Any] = {}
    if scope := old.told.get("SCOPE", "").strip():
        found["scope"] = scope
    begun = old.starts_on or old.signed_on
    if begun and old.ends_on:
        found["term_years"] = max(1, round((old.ends_on - begun).days / 365.25))
    return found


@transaction.atomic
def join_case(old: OldNaskah, case: Proposal, *, expect: int, by: User) -> Proposal:
    """Let it be run in the living case of what it stands above or under. Raises NotYours, Stale, NotYet, BadInput."""
    require(by, Office.BAGIAN)
    old = held(old, expect)
    _refuse_run(old)
    if case not in related_cases(old):
        told = "Pilih usulan yang mengelola naskah induknya atau naskah di bawahnya."
        raise BadInput("Usulan salah.", errors={"case": [told]})
    old.case = case
    keep(old, reason=f"Dikelola penuh dalam usulan {case.code}", by=by)
    return case


def _refuse_run(old: OldNaskah) -> None:
    refuse_gone_on(old)
    if told := obstacle(old):
        raise NotYet(told)
    if run_in(old):
        raise NotYet(f"Naskah ini sudah dikelola dalam usulan {old.case.code}.")


#: What cannot come in signed from paper (decision 25), and what is done with it instead.
STAYS_OLD: dict[str, str] = {
    Instrument.MOU: "Naskah Kerja Sama luar negeri tidak masuk sebagai naskah bertanda tangan: Surat Konfirmasi Menteri Luar Negeri dan persetujuan "
    "Menteri melekat pada teksnya (PP 28/2018 Pasal 33). Naskah ini tetap dikelola sebagai naskah lama sampai berakhir (Permendagri 25/2020 Pasal 42).",
    Instrument.RKT: "Rencana Kerja Tahunan berakhir bersama tahunnya. Rencana tahun berikutnya dibuat di bawah naskah kerja samanya.",
    Instrument.ADD: "Adendum dikelola bersama naskah yang diubahnya: kelola naskah itu, dengan hari terakhir menurut adendum ini.",
}


def obstacle(old: OldNaskah) -> str:
    """Why it cannot be run in full here by its form; "" where it can."""
    return STAYS_OLD.get(old.instrument, "")


def needs_parent(old: OldNaskah) -> bool:
    """Whether the naskah it stands under has to be run in the same case first (PP 28/2018 art. 6(1))."""
    return old.instrument == Instrument.PKS and not related_cases(old)


def may_manage(old: OldNaskah, user: User) -> bool:
    """Whether a person may open the case that runs it in full now."""
    return run_in(old) is None and not old.withdrawn_at and not old.continued_as_id and holds(user, Office.BAGIAN)


def related_cases(old: OldNaskah) -> list[Proposal]:
    """The living cases that run the naskah it stands under, or one under it."""
    above = old.parent.proposal_id if old.parent_id else None
    if old.parent_old_id:
        up = old.parent_old
        above = up.continued_as.proposal_id if up.continued_as_id else up.case_id
    below = old.children.filter(case__isnull=False, withdrawn_at__isnull=True).values_list("case_id", flat=True)
    keys = {key for key in (above, *below) if key}
    return [case for case in Proposal.objects.filter(pk__in=keys).order_by("pk") if not case.leads_nowhere]


@transaction.atomic
def declare_same(old: OldNaskah, text: str, *, reason: str, expect: int, by: User) -> Agreement:
    """Say that a naskah signed here is this very one, entered before anybody linked them: it leads on as that one.

    Raises NotYours, Stale, NotYet, BadInput where no or more than one naskah of this system bears the number.
    """
    require(by, *KEEPERS)
    if not reason.strip():
        raise BadInput(
            "Alasan belum ditulis.", errors={"reason": ["Tulis bagaimana diketahui bahwa keduanya naskah yang sama."]}
        )
    old = held(old, expect)
    refuse_gone_on(old)
    ours = [entry for entry in named(text) if entry.agreement_id]
    if len(ours) != 1:
        told = (
            "Tidak ada naskah dalam aplikasi dengan nomor itu."
            if not ours
            else "Lebih dari satu naskah memakai nomor itu; tulis nomor lain."
        )
        raise BadInput("Naskah tidak dikenali.", errors={"number": [told]})
    agreement = ours[0].agreement
    if old.instrument and old.instrument != agreement.instrument:
        told = f"Bentuknya berbeda: {agreement.get_instrument_display()}. Betulkan bentuk naskah lama ini bila keliru."
        raise BadInput("Naskah tidak sama.", errors={"number": [told]})
    lead_on(old, agreement, reason=f"Sama dengan {agreement.case_code}: {reason.strip()}", by=by)
    entries.note(agreement)
    return agreement
