"""What the DPRD leaves for the executive: notes to follow up, silence to answer for, a revocation to learn of."""

from datetime import date

import pytest

from kerjasama.accounts.models import User
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.errors import NotYet
from kerjasama.desk import council
from kerjasama.notifications.models import Notification
from kerjasama.reviews import selectors as reviews
from tests.desk.test_dprd_pages import client_of, on, page, received

pytestmark = pytest.mark.usefixtures("quick_press")
__all__ = ["client_of"]
NOTES = ("Tarif ditinjau.", "Lapor tiap tahun.")


def titles(user: User, day: date) -> list[tuple[str, str]]:
    with on(day):
        return [(task.title, task.action_url) for task in council.tasks(user)]


def test_notes_wait_with_the_bagian_and_the_leading_unit_until_the_last_is_met(people) -> None:
    walk = received(people).later(5).decide("APPROVED_WITH_NOTES", notes=NOTES)
    wanted = [("Tindak lanjuti catatan DPRD", walk.proposal.get_absolute_url() + "tindakan/tindak-lanjuti-catatan/")]
    assert [titles(people[name], walk.day) for name in ("dewi", "dlh", "ratna", "dispar", "setwan")] == [
        wanted, wanted, [], [], [],
    ]  # fmt: skip
    for row in reviews.open_notes(walk.proposal):
        assert titles(people["dewi"], walk.day) == wanted
        walk.act("follow_up_note", "dewi", point=row.pk, note="Dimuat dalam naskah.")
    assert titles(people["dewi"], walk.day) == []


def test_open_notes_hold_the_signing(people) -> None:
    walk = received(people).later(5).decide("APPROVED_WITH_NOTES", notes=NOTES)
    walk.open_naskah("KB").to_paraf().paraf()
    with pytest.raises(NotYet) as refusal:
        walk.to_signing()
    assert "Catatan DPRD belum ditindaklanjuti: Tarif ditinjau." in refusal.value.detail
    for row in reviews.open_notes(walk.proposal):
        walk.act("follow_up_note", "dewi", point=row.pk, note="Dimuat dalam naskah.")
    walk.agreement.refresh_from_db()
    assert walk.to_signing().sign().agreement.stage == "SCANNING"


def test_silence_past_the_last_day_is_the_kabags_to_answer_for(people, client_of) -> None:
    walk = received(people)
    due = reviews.current_clearance(walk.proposal).due_on
    late = WorkCalendar.load().add(due, 1)
    told = [("DPRD lewat tenggat: ingatkan, beri nota, atau cabut permohonan", walk.proposal.get_absolute_url())]
    assert titles(people["ratna"], due) == []
    assert [titles(people[name], late) for name in ("ratna", "dewi", "dlh")] == [told, [], []]
    with on(late):
        assert client_of("setwan").get(page(walk)).context["standing"] == {"label": "Lewat tenggat", "tone": "bad"}


def test_a_revocation_reaches_the_dprd_with_its_reason_and_stays_on_its_page(people, client_of) -> None:
    walk = received(people).later(3)
    walk.act("revoke_request", "ratna", reason="Masuk dalam Perubahan APBD.")
    told = Notification.objects.get(user=people["setwan"], key__endswith=f":{walk.proposal.act_count}:concern")
    seen = client_of("setwan").get(page(walk))
    assert "Masuk dalam Perubahan APBD." in told.body
    assert seen.context["standing"]["label"] == "Dicabut pemohon"
    assert "Masuk dalam Perubahan APBD." in seen.content.decode()
    walk.act("prepare_dprd_letter", "ratna").later(1).act("sign_dprd_letter", "aditya")
    again = client_of("setwan").get(page(walk)).context
    assert (again["clearance"].number_in_row, [row["clearance"].number_in_row for row in again["earlier"]]) == (2, [1])
