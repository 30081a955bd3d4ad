"""Paraf that stand on paper, and the paper itself."""

from datetime import datetime, time
from typing import Any

from agreements.stages import ParafState
from kerjasama.accounts.offices import UNIT_BOUND, Office
from kerjasama.accounts.permissions import people_in
from kerjasama.core import clock
from kerjasama.core.errors import BadInput
from kerjasama.documents import services


def take_paper_parafs(agreement: Any, act: Any) -> None:
    """Each paraf on paper counts for the present holder of its office, marked as such. Raises BadInput where the office is vacant."""
    for row in agreement.parafs.filter(
        version=agreement.locked_version, state=ParafState.PENDING, office__in=act.data["given"]
    ):
        people = people_in(row.office, agreement.executing_unit_id if row.office in UNIT_BOUND else None)
        if not people:
            told = "Jabatan ini sedang lowong: parafnya diminta lagi sesudah ada pejabatnya."
            raise BadInput("Paraf di atas kertas belum benar.", errors={f"on_{row.office}": [told]})
        row.state, row.given_by, row.on_paper = ParafState.GIVEN, people[0], True
        row.given_at = datetime.combine(act.data["given"][row.office], time(12), tzinfo=clock.zone())
        row.seat_title = str(Office(row.office).label)
        row.save()


def keep_sheet(agreement: Any, act: Any) -> None:
    """The scan that proves them. Raises UploadRefused."""
    paper = services.attach_upload(
        agreement,
        "ATTACHMENT",
        "Lembar paraf di atas kertas (proses kertas)",
        act.data["file"],
        by=act.by,
        dated=act.occurred_on,
    )
    act.record.setdefault("documents", []).append(paper.pk)


def fill_from_paper(agreement: Any, act: Any) -> None:
    """Numbers and signatories as they stand on the signed paper. Raises BadInput where a number is wanting."""
    slots = act.data["slots"]
    for party in agreement.parties.order_by("order"):
        slot = slots.get(party.order, {})
        if not slot.get("number", "").strip():
            raise BadInput(
                "Nomor naskah belum lengkap.", errors={f"number_{party.order}": [f"Isi nomor naskah {party.name}."]}
            )
        party.number, party.signatory_name, party.signatory_title = (
            slot["number"].strip(),
            slot["name"].strip(),
            slot["title"].strip(),
        )
        party.signed_on = act.occurred_on
        party.save()
