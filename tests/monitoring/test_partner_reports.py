"""What a partner says of a period: in a letter the Bagian records, or with its own account."""

from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.counter.models import PartnerAccount
from kerjasama.demo.walk import Walk
from monitoring.models import PartnerReport
from monitoring.services import partners
from tests.factories.parties import PartnerFactory
from tests.monitoring.test_reports import at, client_of, in_force, monev
from tests.support import facts

__all__ = ["client_of", "in_force", "monev"]


def said(walk: Walk, **changed: Any) -> dict[str, Any]:
    return {
        "party": walk.agreement.parties.get(partner__isnull=False), "told_on": walk.day, "number": "075/12/2026",
        "activities": "Truk mitra beroperasi.", "contribution": "Dua truk.", "problems": "", "file": None, **changed,
    }  # fmt: skip


def account(walk: Walk, name: str = "mitra") -> Client:
    """Somebody of the partner of the naskah, signed in."""
    user = User.objects.create(username=name, full_name="Sari", email=f"{name}@contoh.example", is_partner=True)
    PartnerAccount.objects.create(user=user, position="Staf", partner=walk.story.partner, bound_on=clock.today())
    client = Client()
    client.force_login(user)
    return client


def test_the_bagian_records_a_letter_once_a_period(monev: Walk) -> None:
    with at(monev):
        with pytest.raises(NotYours):
            partners.record(monev.report, by=monev.people["dlh"], **said(monev))
        with pytest.raises(BadInput) as refusal:
            partners.record(
                monev.report,
                by=monev.people["dewi"],
                **said(monev, activities=" ", told_on=monev.day + timedelta(days=1)),
            )
        row = partners.record(monev.report, by=monev.people["dewi"], **said(monev, file=facts.scan("laporan mitra")))
        with pytest.raises(NotYet, match="sudah ada"):
            partners.record(monev.report, by=monev.people["dewi"], **said(monev))
    assert sorted(refusal.value.errors) == ["activities", "told_on"]
    assert (row.online, row.told_by.username, row.document_id is not None, partners.awaited(monev.report)) == (
        False,
        "dewi",
        True,
        [],
    )
    with pytest.raises(IntegrityError, match="partnerreport_once_a_period"), transaction.atomic():
        PartnerReport.objects.create(
            report=monev.report, party=row.party, told_on=monev.day, activities="x", told_by=row.told_by
        )


def test_once_evaluated_it_is_too_late(monev: Walk) -> None:
    monev.send_report().report_act("evaluate", "galih", **facts.evaluation())
    with at(monev), pytest.raises(NotYet, match="sudah dievaluasi"):
        partners.record(monev.report, by=monev.people["dewi"], **said(monev))


def test_the_page_of_the_bagian(monev: Walk, client_of: Callable[..., Client]) -> None:
    address = f"/monev/{monev.report.pk}/mitra/"
    with at(monev):
        seen = {name: client_of(name).get(address).status_code for name in ("dewi", "dlh", "dishub")}
        empty = client_of("dewi").post(address, {"activities": ""})
        party = monev.agreement.parties.get(partner__isnull=False)
        sent = client_of("dewi").post(
            address, {"party": party.pk, "told_on": f"{monev.day:%d-%m-%Y}", "activities": "Truk beroperasi."}
        )
        page = unescape(client_of("dlh").get(f"/monev/{monev.report.pk}/").content.decode())
        again = client_of("dewi").get(address)
    assert (seen, empty.status_code, sent.status_code, again.status_code) == (
        {"dewi": 200, "dlh": 403, "dishub": 404},
        422,
        302,
        409,
    )
    assert f"Laporan {party.name}" in page and "Truk beroperasi." in page


def test_a_partner_tells_with_its_own_account(monev: Walk) -> None:
    address = f"/mitra-saya/laporan/{monev.report.pk}/"
    party = monev.agreement.parties.get(partner__isnull=False)
    with at(monev):
        partner = account(monev)
        assert monev.report.period_label in unescape(partner.get("/mitra-saya/").content.decode())
        assert partner.get(address).status_code == 200
        bad = partner.post(address, {"party": party.pk, "told_on": "kemarin", "activities": "Kata mitra."})
        sent = partner.post(
            address, {"party": party.pk, "told_on": f"{monev.day:%d-%m-%Y}", "activities": "Kata mitra."}
        )
        gone = partner.get(address)
        home = unescape(partner.get("/mitra-saya/").content.decode())
    row = PartnerReport.objects.get()
    assert (bad.status_code, sent.status_code, gone.status_code) == (422, 302, 404)
    assert "Kata mitra." in unescape(bad.content.decode())
    assert (row.online, row.activities, row.told_by.username) == (True, "Kata mitra.", "mitra")
    assert "Laporan pelaksanaan yang ditunggu" not in home


def test_another_partner_sees_nothing_of_it(monev: Walk) -> None:
    with at(monev):
        user = User.objects.create(username="lain", full_name="Budi", email="lain@contoh.example", is_partner=True)
        PartnerAccount.objects.create(user=user, position="Staf", partner=PartnerFactory(), bound_on=clock.today())
        client = Client()
        client.force_login(user)
        assert client.get(f"/mitra-saya/laporan/{monev.report.pk}/").status_code == 404
