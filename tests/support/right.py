"""A right answer for every act, varied by chance: what a person of the office could give on that day.

An act that asks nothing but why needs no line here. A new act that asks more enters by one line in `ANSWERS`;
one that a room does through a service of its own by one line in `OWN_DOORS`.
"""

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any

from django.contrib.contenttypes.models import ContentType

from agreements import originals
from agreements.content import Clause
from agreements.models import Agreement
from agreements.services import drafting as naskah
from agreements.services.acts import act as act_on_agreement
from kerjasama.accounts.models import Handover, User
from kerjasama.core import clock
from kerjasama.desk.correctables import recorded
from kerjasama.documents import corrections, letter_parafs
from kerjasama.documents.models import Correction
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.models import StagedModel
from monitoring.models import Report
from monitoring.services.reports import act as act_on_report
from proposals.models import Proposal
from proposals.services.acts import act as act_on_proposal
from tests.support import facts
from tests.support.right_abroad import ABROAD
from tests.support.right_others import OTHERS

Pick = Callable[[list[Any]], Any]
DOORS: dict[type[StagedModel], Callable[..., Any]] = {
    Proposal: act_on_proposal,
    Agreement: act_on_agreement,
    Report: act_on_report,
}
_numbers = count(1)


def letter(_: Proposal, __: Pick) -> dict[str, Any]:
    """A letter of the other side with a number of its own."""
    return facts.their_letter(f"075/{next(_numbers)}/PEM")


def answer(_: Proposal, pick: Pick) -> dict[str, Any]:
    chosen = pick(["WILLING", "WILLING", "REFUSED"])
    return {"answer": chosen, "statement": "" if chosen == "WILLING" else "Anggaran belum tersedia."}


def call(_: Proposal, pick: Pick) -> dict[str, Any]:
    return facts.meeting(clock.today() + timedelta(days=pick([0, 0, 3])))


def opinion(_: Proposal, pick: Pick) -> dict[str, Any]:
    verdict = pick(["AGREE", "AGREE_WITH_NOTES", "DISAGREE"])
    return {"verdict": verdict, "note": "" if verdict == "AGREE" else "Perjelas pembiayaannya."}


def minutes(proposal: Proposal, pick: Pick) -> dict[str, Any]:
    conclusion = pick(["RECOMMENDED", "RECOMMENDED", "WITH_REPAIR", "NOT_RECOMMENDED"])
    return facts.meeting_result(proposal, conclusion, present=pick([True, True, True, False]))


def condition(proposal: Proposal, pick: Pick) -> dict[str, Any]:
    return {"point": pick([row.pk for row in reviews.open_conditions(proposal)] or [0]), "note": "Sudah dilengkapi."}


def note(proposal: Proposal, pick: Pick) -> dict[str, Any]:
    return {"point": pick([row.pk for row in reviews.open_notes(proposal)] or [0]), "note": "Sudah dilaporkan."}


def burden(_: Proposal, pick: Pick) -> dict[str, Any]:
    yes_no = [False, True]
    return {
        "burdens_community": pick(yes_no), "burdens_region": pick(yes_no), "unbudgeted": pick(yes_no),
        "budget_reference": pick(["DPA Perubahan DLH", ""]),
    }  # fmt: skip


def decision(_: Proposal, pick: Pick) -> dict[str, Any]:
    chosen = pick(["APPROVED", "APPROVED", "APPROVED_WITH_NOTES", "RETURNED", "REJECTED"])
    return facts.dprd_decision(chosen, f"100.3.7/{next(_numbers)}/DPRD")


def handover(*_: Any) -> dict[str, Any]:
    """The record of a hand-over between two of the cast; the room that writes it has tests of its own."""
    giver, taker = User.objects.filter(username__in=["nurhayati", "bambang"]).order_by("username")
    return {
        "handover": Handover(giver=giver, taker=taker, from_day=clock.today(), basis="Keputusan Bupati 821.2/17/2026")
    }


def sending(agreement: Agreement, pick: Pick) -> dict[str, Any]:
    """One original to the party that keeps it, by hand or by courier."""
    first = next(iter(originals.sendable(agreement)), None)
    orders = sorted(party.order for party in agreement.parties.all())
    order = pick(orders) if first is None or first.settled else first.keeper.order
    return {
        "originals": [first.number] if first else [1], "party": order, "carriage": pick(["HANDED", "COURIER"]), "received_by": "Ajudan",
    }  # fmt: skip


def paraf(agreement: Agreement, pick: Pick) -> dict[str, Any]:
    """Nearly always on the text as it stands, sometimes on a page that was left open."""
    return {"text_hash": pick([agreement.text_hash] * 5 + ["0" * 64])}


def letter_paraf(subject: Any, pick: Pick) -> dict[str, Any]:
    """Nearly always on the files as they stand, sometimes on a page that was left open."""
    seal = letter_parafs.seal(letter_parafs.waiting_letters(subject))
    return {"seal": pick([seal] * 5 + ["0" * 64])}


def coordination(_: Proposal, pick: Pick) -> dict[str, Any]:
    """The neighbours of the demo lie in our province, so the other level is refused."""
    return {
        "level": pick(["PROVINCE", "PROVINCE", "NATIONAL"]), "wanted_level": "PROVINCE", "number": f"BA/{next(_numbers)}/2026",
        "place": "Kantor Gubernur", "convened_by": "Gubernur", "agreed_objects": "Pengelolaan sampah regional",
        "file": facts.scan(f"koordinasi {next(_numbers)}"),
    }  # fmt: skip


def oversight(_: Proposal, __: Pick) -> dict[str, Any]:
    number = f"700/{next(_numbers)}/2026"
    return {
        "number": number, "authority": "GOVERNOR", "summary": "Belum dilaksanakan.", "minister_number": "100/M/2026",
        "file": facts.scan(number),
    }  # fmt: skip


def secretariat(_: Proposal, __: Pick) -> dict[str, Any]:
    number = f"{next(_numbers)}/KB/2026"
    return {
        "decree_number": number, "seat": "Wanasari", "continuous": True, "regions": 2, "objects_count": 3, "term_years": 5,
        "file": facts.scan(number),
    }  # fmt: skip


def correction(subject: Any, _: Pick) -> dict[str, Any]:
    """The title of the newest paper that came in was misspelt; nothing where none came in."""
    wrong = next((one for one in recorded([subject]) if one.fact.key == "judul-surat"), None)
    if wrong is None:
        return {}
    fresh = f"Surat {next(_numbers)}"
    return {"correction": {
        "target_type": ContentType.objects.get_for_model(wrong.row), "target_id": wrong.row.pk, "field": wrong.fact.field, "label": wrong.label,
        "old": wrong.stored, "new": fresh, "old_shown": wrong.shown, "new_shown": fresh, "public": wrong.fact.public, "file": None,
    }}  # fmt: skip


def open_correction(subject: Any, _: Pick) -> dict[str, Any]:
    row = Correction.objects.filter(**corrections.about(subject), state=Correction.State.PROPOSED).first()
    return {"correction": row.pk} if row else {}


ANSWERS: dict[str, Callable[[Any, Pick], dict[str, Any]]] = {
    "register_request": letter,
    "record_willing": letter,
    "record_data_request": letter,
    "record_refusal": letter,
    "prepare_answer": answer,
    "call_meeting": call,
    "give_opinion": opinion,
    "record_meeting": minutes,
    "report_condition": condition,
    "settle_condition": condition,
    "follow_up_note": note,
    "revise_budget_facts": burden,
    "receive_request": lambda *_: {"proof": f"Agenda {next(_numbers)}"},
    "refer_to_committee": lambda _, pick: {"committee": pick(["Komisi A", "Komisi C"])},
    "record_committee_meeting": lambda *_: {
        "place": "Ruang Komisi",
        "present": 9,
        "summary": "",
        "file": facts.scan(f"risalah {next(_numbers)}"),
    },
    "decide_dprd": decision,
    "hand_over": handover,
    "record_coordination": coordination,
    "record_guidance": oversight,
    "record_obstacles": oversight,
    "record_takeover": oversight,
    "form_secretariat": secretariat,
    **OTHERS,
    **ABROAD,
    "propose_correction": correction,
    "confirm_correction": open_correction,
    "decline_correction": open_correction,
    "give_paraf": paraf,
    "give_coordination": paraf,
    "give_letter_paraf": letter_paraf,
    "prepare_signing": lambda agreement, _: facts.signing_plan(agreement),
    "send_original": sending,
    "receive_original": lambda agreement, _: {
        "originals": [o.number for o in originals.originals(agreement) if o.under_way],
        "received_by": "Petugas tata usaha",
    },
    "upload_scan": lambda agreement, _: facts.signed_scan(agreement),
    "register": lambda *_: {"archive_place": "Ruang Arsip, lemari 2"},
    "evaluate": lambda _, pick: facts.evaluation(pick([5, 3, 1]), pick(["CONTINUE", "REPAIR", "STOP"])),
}


def _open_naskah(proposal: Proposal, by: User, pick: Pick, **_: Any) -> None:
    naskah.open_naskah(proposal, pick(naskah.openable(proposal) or ["KB", "PKS"]), by=by)


def _write_version(agreement: Agreement, by: User, **_: Any) -> None:
    """The last pasal says something it never said before."""
    newest = agreement.versions.first()
    last = newest.content[-1]
    fresh = Clause(last.key, last.title, (*last.paragraphs[:1], f"Catatan penutup {next(_numbers)}."))
    naskah.write_version(agreement, title=newest.title, clauses=[*newest.content[:-1], fresh], note="Uji", by=by)


OWN_DOORS: dict[str, Callable[..., None]] = {"open_naskah": _open_naskah, "write_version": _write_version}


def do(subject: StagedModel, act: str, by: User, pick: Pick, **changed: Any) -> None:
    """An act through the room's door with a right answer; `changed` replaces parts of it."""
    arrow = type(subject).arrow(act)
    reason = {"reason": "Sesuai dengan hasil pemeriksaan."} if arrow.asks_reason else {}
    if act in OWN_DOORS:
        OWN_DOORS[act](subject, by=by, pick=pick)
        return
    given = ANSWERS[act](subject, pick) if act in ANSWERS else {}
    DOORS[type(subject)](subject, act, by=by, **{**reason, **given, **changed})
