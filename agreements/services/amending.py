"""Open an adendum under a naskah in force, and write what it changes."""

from typing import Any

from django.db import transaction

from agreements.amending import AROUND, Change, Changes, Op, applied, clauses_after, composed
from agreements.amendments import cited, text_on, under_way
from agreements.content import MAX_TEXT, MAX_TITLE, missing
from agreements.effects import EFFECTS
from agreements.effects.rows import new_version
from agreements.models import Agreement, AgreementParty, LibraryClause
from agreements.offered import paragraphs_of
from agreements.placeholders import filled
from agreements.renewals import longest_end
from agreements.services.acts import act as act_on_agreement
from agreements.services.drafting import write_version
from agreements.stages import Instrument, Renewal, Stage
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.core import clock, parameters
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.core.text import date_long
from kerjasama.workflow.models import StageEvent
from kerjasama.workflow.services import begin
from proposals.services.acts import act as act_on_proposal

#: The acts by which a change or an extension is asked for.
WISHES = ("propose_change", "propose_extension")
#: The naskah that may be changed so; abroad a change goes the way of a new naskah through the Menteri.
CHANGEABLE = (Instrument.KB, Instrument.PKS, Instrument.NK)


def wish_of(agreement: Agreement) -> StageEvent | None:
    """The newest proposal to change or to extend a naskah that no adendum has answered yet; a cancelled one answers nothing.

    An extension that the unit has given up, or that came to nothing and is asked about again, is no wish any more.
    """
    answered = (
        agreement.children.filter(instrument=Instrument.ADD).exclude(stage=Stage.CANCELLED).order_by("-pk").first()
    )
    wishes = agreement.events.filter(act__in=WISHES)
    if agreement.renewal != Renewal.EXTEND:
        wishes = wishes.exclude(act="propose_extension")
    if answered is not None:
        wishes = wishes.filter(recorded_at__gt=answered.created_at)
    return wishes.order_by("-pk").first()


def lacks_for_opening(agreement: Agreement) -> str:
    """Why no adendum can be opened under a naskah now; "" when one can."""
    if agreement.instrument not in CHANGEABLE:
        return f"{agreement.get_instrument_display()} tidak diubah dengan adendum."
    if agreement.stage != Stage.IN_FORCE or clock.today() > agreement.ends_on:
        return f"Adendum hanya dibuat selama naskah berlaku. {agreement.route.place(Stage.ENDED).advice}"
    if under_way(agreement) is not None:
        return "Adendum lain atas naskah ini sedang disusun. Selesaikan atau batalkan adendum itu lebih dahulu."
    if wish_of(agreement) is None:
        return "Belum ada usulan perubahan. Catat “Usulkan adendum” atau “Usulkan perpanjangan” pada naskah ini lebih dahulu."
    return ""


@transaction.atomic
def open_amendment(parent: Agreement, *, by: User) -> Agreement:
    """Open an adendum of the same rank under a naskah in force, with its parties.

    Raises NotYours, and NotYet when it is not in force, its term is over, nobody has proposed a change, or another one is under way.
    """
    seat = require(by, Office.BAGIAN)
    held = Agreement.objects.select_for_update(of=("self",)).get(pk=parent.pk)
    lacking = lacks_for_opening(held)
    if lacking:
        raise NotYet(lacking)
    wish = wish_of(held)
    act_on_proposal(held.proposal, "open_naskah", by=by, instrument=str(Instrument.ADD))
    amendment = Agreement(
        proposal=held.proposal, instrument=Instrument.ADD, parent=held, title=held.title, executing_unit=held.executing_unit,
        term_years=held.term_years, originals=max(2, held.originals), again_to_dprd=bool(wish and wish.data.get("burden_changes")),
    )  # fmt: skip
    kind = held.route_key.partition(".")[0]
    begin(amendment, by=by, seat=seat, route_key=f"{kind}.{Instrument.ADD}", label="Membuka adendum", effects=EFFECTS)
    if held.renewal == Renewal.EXTEND:
        act_on_agreement(held, "take_up_extension", by=by)
    for party in held.parties.order_by("order"):
        AgreementParty.objects.create(agreement=amendment, order=party.order, partner=party.partner, name=party.name)
    clauses = [clause.as_json() for clause in composed(*_naming(held), text_on(held), Changes(), own_words(held))]
    new_version(
        amendment, title=held.title, clauses=clauses, note="Adendum dibuka", author=by, at=clock.now(), annexes=[Changes().as_annex()]
    )  # fmt: skip
    return amendment


def write_changes(
    amendment: Agreement, changes: Changes, *, note: str, by: User, expect: int | None = None
) -> StageEvent:
    """Keep what the adendum changes as a new version; its words are composed from it. Raises BadInput, and what the door raises."""
    parent = amendment.parent
    text = text_on(parent, until=amendment)
    _refuse(parent, text, changes)
    clauses = composed(*_naming(parent), text, changes, own_words(parent))
    return write_version(
        amendment, title=amendment.title, clauses=list(clauses), note=note, by=by, expect=expect, annexes=[changes.as_annex()]
    )  # fmt: skip


def _naming(parent: Agreement) -> tuple[str, str]:
    return str(parent.get_instrument_display()), cited(parent)


def own_words(parent: Agreement) -> dict[str, tuple[str, ...]]:
    """What the region's own library says in the pasal around the changes, by their key."""
    own = LibraryClause.objects.filter(instrument=Instrument.ADD, active=True, key__in=AROUND).order_by("pk")
    return {row.key: paragraphs_of(filled(row.text, parent.proposal)) for row in own}


def _refuse(parent: Agreement, text: Any, changes: Changes) -> None:
    """Nothing to change, a pasal that is not there, one without words, or a text that then lacks what the law asks for."""
    problems = []
    if not changes.rows and changes.new_end is None:
        problems.append("Ubah sedikitnya satu pasal atau jangka waktunya.")
    for change in changes.rows:
        problems += _of_change(change)
    if changes.new_end is not None and changes.new_end <= clock.today():
        problems.append("Hari terakhir yang baru harus sesudah hari ini.")
    longest = longest_end(parent)
    if changes.new_end is not None and changes.new_end > longest:
        problems.append(f"Hari terakhir yang baru paling lambat {date_long(longest)}: {_longest_term(parent)}.")
    if not problems:
        try:
            after = applied(text, changes)
        except ValueError as unknown:
            problems.append(f"Pasal {unknown} tidak ada dalam teks yang berlaku.")
        else:
            lacks = missing(parent.route_key, clauses_after(after), blocking=True)
            problems += [f"Pasal {item.label} wajib ada ({item.basis}) dan tidak dapat dihapus." for item in lacks]
    if problems:
        raise BadInput("Perubahan belum dapat disimpan.", errors={"": problems})


def _longest_term(parent: Agreement) -> str:
    years = parameters.value("max_term_years")
    return f"perpanjangan paling lama {years} tahun sejak {date_long(parent.ends_on)}"


def _of_change(change: Change) -> list[str]:
    if change.op is Op.REMOVE:
        return []
    words = sum(map(len, change.clause.paragraphs))
    if not change.clause.title.strip() or not words:
        return [f"Isi judul dan bunyi perubahan pada Pasal {change.at}."]
    if len(change.clause.title) > MAX_TITLE or words > MAX_TEXT:
        return [f"Perubahan pada Pasal {change.at} terlalu panjang. Bagi menjadi beberapa pasal."]
    return []
