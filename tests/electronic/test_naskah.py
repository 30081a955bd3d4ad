"""An electronic naskah from its plan to the register, and everything that is refused on the way."""

import logging
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from agreements import selectors
from agreements.models import Agreement
from agreements.services import signing
from agreements.services.acts import act
from agreements.stages import Stage
from kerjasama.core import parameters
from kerjasama.core.errors import BadInput, NotYet, NotYours, Stale
from kerjasama.demo.walk import Walk
from kerjasama.documents import selectors as documents
from kerjasama.documents import storage
from kerjasama.documents.models import Document, ElectronicSignature, SigningAttempt, StoredFile
from kerjasama.documents.signing import local
from kerjasama.documents.signing.judging import Conclusion, judge
from kerjasama.documents.signing.port import NotRegistered, OutcomeUnknown, SecretOnce
from kerjasama.workflow.models import StageEvent
from kerjasama.workflow.services import offers
from tests.support.electronic import (
    PIN,
    file_of,
    opened,
    partner_signs,
    plan,
    receive,
    upload,
    we_sign,
)  # fmt: skip
from tests.support.signing import SECRET, paper, prepared, sign, stamped_over


def slugs(agreement: Agreement, user: Any) -> set[str]:
    return {offer.arrow.act for offer in offers(agreement, user)}


def test_two_parties_sign_one_after_the_other_and_the_naskah_goes_on(ready: Walk, tmp_path: Path) -> None:
    walk = opened(ready)
    assert (walk.agreement.way, walk.agreement.turn_office) == ("ELECTRONIC", "KDH")
    we_sign(walk)
    assert (walk.agreement.stage, walk.agreement.turn_office, walk.agreement.signed_on) == (
        Stage.SIGNING,
        "BAGIAN",
        None,
    )
    receive(walk, partner_signs(file_of(walk)))
    naskah = walk.agreement
    assert (naskah.stage, naskah.signed_on, naskah.starts_on) == (Stage.VALIDATION, walk.day, walk.day)
    rows = selectors.signatures_of(naskah)
    assert [(r.order, r.party_order, r.backend, r.certified, r.subject, r.level) for r in rows] == [
        (1, 1, "LOCAL", False, "Aditya Pratama", "B-B"), (2, 2, "OTHER", False, "Rahmat Hidayat", "B-B"),
    ]  # fmt: skip
    assert rows[0].read_at is not None
    report = judge(file_of(walk))
    assert (report.conclusion, len(report.signatures)) == (Conclusion.UNTRUSTED, 2)
    printed = documents.latest(naskah, "NASKAH_FINAL")
    assert file_of(walk).startswith(storage.read(printed.file.sha256))
    assert printed.public
    assert [d.status for d in Document.objects.filter(kind="NASKAH_SIGNED").order_by("pk")] == ["SUPERSEDED", "READY"]
    walk.sub_act("validate_scan", "ratna").sub_act("register", "staf", archive_place="Penyimpanan elektronik")
    assert Agreement.objects.get(pk=naskah.pk).stage == Stage.IN_FORCE


def test_the_one_who_received_the_file_does_not_check_it(ready: Walk) -> None:
    walk = we_sign(opened(ready))
    receive(walk, partner_signs(file_of(walk)))
    with pytest.raises(NotYours):
        walk.sub_act("validate_scan", "staf")


def test_a_rejected_file_is_sent_again_and_stands_behind_ours(ready: Walk) -> None:
    walk = we_sign(opened(ready))
    ours = file_of(walk)
    receive(walk, partner_signs(ours))
    walk.sub_act("reject_scan", "ratna", reason="Yang menandatangani bukan pejabatnya.")
    walk.agreement.refresh_from_db()
    assert slugs(walk.agreement, walk.who("staf")) == {"receive_again"}
    receive(walk, partner_signs(ours), name="receive_again")
    assert (walk.agreement.stage, [r.party_order for r in selectors.signatures_of(walk.agreement)]) == (
        Stage.VALIDATION,
        [1, 2, 2],
    )


def test_paper_acts_are_hidden_while_electronic_and_the_other_way_round(ready: Walk) -> None:
    walk = ready
    assert slugs(walk.agreement, walk.who("aditya")) == {"sign_electronically", "return_from_signing"}
    walk.sub_act("replan", "staf", reason="Ditandatangani basah saja.")
    plan(walk, "WET")
    assert slugs(walk.agreement, walk.who("aditya")) == {"sign", "return_from_signing"}
    with pytest.raises(NotYet):
        walk.sub_act("sign_electronically", "aditya")


def test_another_plan_after_our_signature_takes_it_back(ready: Walk) -> None:
    walk = we_sign(opened(ready))
    walk.sub_act("replan", "staf", reason="Tempatnya lain.")
    assert not walk.agreement.we_have_signed
    assert Document.objects.get(kind="NASKAH_SIGNED").status == "ANNULLED"
    we_sign(opened(plan(walk)))
    assert len(selectors.signatures_of(walk.agreement)) == 1
    assert ElectronicSignature.objects.count() == 2


def test_the_region_may_not_allow_it_and_abroad_it_does_not_exist(ready: Walk, settings: Any) -> None:
    ready.sub_act("replan", "staf", reason="Tempatnya lain.")
    parameters.change("electronic_signing", False, by=ready.who("admin"), reason="Belum siap.")
    with pytest.raises(BadInput) as refused:
        plan(ready)
    assert "way" in refused.value.errors
    electronic = {r.key for r in Agreement.ROUTES if "ELECTRONIC" in r.traits}
    at_home = {"KSDD.KB", "KSDD.PKS", "KSDD.ADD", "KSDPK.KB", "KSDPK.PKS", "KSDPK.ADD", "SINERGI.NK", "SINERGI.ADD"}
    assert electronic == at_home


def test_nobody_signs_what_he_has_not_opened(ready: Walk) -> None:
    walk = ready
    with pytest.raises(BadInput) as refused:
        we_sign(walk)
    assert "read" in refused.value.errors
    assert SigningAttempt.objects.count() == 0


def test_a_wrong_second_factor_and_a_wrong_passphrase_leave_nothing(
    ready: Walk, caplog: pytest.LogCaptureFixture
) -> None:
    walk, files = opened(ready), StoredFile.objects.count()
    caplog.set_level(logging.DEBUG)
    for field, changed in (
        ("proof", {"proof": SecretOnce("111999")}),
        ("passphrase", {"secret": "salah-tetapi-panjang"}),
    ):
        with pytest.raises(BadInput) as refused:
            we_sign(walk, **changed)
        assert set(refused.value.errors) == {field}
    assert [(a.state, a.code) for a in SigningAttempt.objects.all()] == [("REFUSED", "WRONG_PASSPHRASE")]
    assert (StoredFile.objects.count(), ElectronicSignature.objects.count()) == (files, 0)
    assert [word for word in ("salah-tetapi-panjang", "111999", SECRET, PIN) if word in caplog.text] == []
    we_sign(walk)


def test_the_passphrase_is_in_no_table(ready: Walk) -> None:
    walk = opened(ready)
    with pytest.raises(BadInput):
        we_sign(walk, secret="salah-tetapi-panjang")
    we_sign(walk)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        )
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT count(*) FROM "{table}" t WHERE t::text ~ %s', [f"{SECRET}|salah-tetapi-panjang"])
            assert (table, cursor.fetchone()[0]) == (table, 0)


def test_a_signer_without_certificate_is_told_so(ready: Walk, settings: Any, tmp_path: Path) -> None:
    settings.ESIGN_KEYS = tmp_path / "kosong"
    with pytest.raises(NotRegistered):
        we_sign(opened(ready))
    assert SigningAttempt.objects.get().code == "NOT_REGISTERED"


def test_two_people_at_once_sign_once(ready: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one request is under way another is refused; a page left open is stale; what came too late is thrown away."""
    walk = opened(ready)
    genuine, seen = local.LocalBackend.sign, []

    def meanwhile(self: Any, request: Any) -> Any:
        with pytest.raises(Stale):
            we_sign(walk)
        seen.append(1)
        return genuine(self, request)

    with monkeypatch.context() as patch:
        patch.setattr(local.LocalBackend, "sign", meanwhile)
        # The second one goes the true way.
        we_sign(walk)
    assert seen == [1]
    assert ElectronicSignature.objects.count() == 1
    with pytest.raises(Stale):
        we_sign(walk, expect=walk.agreement.act_count - 1)


def test_what_came_back_after_the_naskah_moved_on_is_thrown_away(ready: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    walk, genuine = opened(ready), local.LocalBackend.sign

    def meanwhile(self: Any, request: Any) -> Any:
        act(walk.agreement, "replan", by=walk.who("staf"), reason="Ditunda.", occurred_on=walk.day)
        return genuine(self, request)

    monkeypatch.setattr(local.LocalBackend, "sign", meanwhile)
    files = StoredFile.objects.count()
    with pytest.raises((Stale, NotYet)):
        we_sign(walk)
    assert SigningAttempt.objects.get().state == "DISCARDED"
    assert (StoredFile.objects.count(), ElectronicSignature.objects.count()) == (files, 0)


def test_a_full_disk_leaves_no_row(ready: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = opened(ready)

    def full(_: bytes) -> str:
        raise storage.StorageFailed("penuh")

    monkeypatch.setattr(storage, "keep", full)
    with pytest.raises(storage.StorageFailed), transaction.atomic():
        we_sign(walk)
    assert ElectronicSignature.objects.count() == 0


def test_an_unknown_outcome_is_never_sent_again_until_somebody_has_looked(
    ready: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk, calls = opened(ready), []

    def silent(self: Any, request: Any) -> Any:
        calls.append(1)
        raise OutcomeUnknown

    with monkeypatch.context() as patch:
        patch.setattr(local.LocalBackend, "sign", silent)
        with pytest.raises(OutcomeUnknown):
            we_sign(walk)
        for _ in range(2):
            with pytest.raises(NotYet, match="belum dapat dilakukan"):
                we_sign(walk)
    assert calls == [1]
    assert SigningAttempt.objects.get().state == "UNKNOWN"
    with pytest.raises(NotYet):
        walk.sub_act("replan", "staf", reason="Coba lain kali.")
    walk.sub_act("settle_doubt", "staf", reason="Layanan tidak mencatat dokumen ini.")
    assert SigningAttempt.objects.get().state == "CLEARED"
    we_sign(walk, expect=Agreement.objects.get(pk=walk.agreement.pk).act_count)
    assert StageEvent.objects.filter(act="settle_doubt").count() == 1


@pytest.mark.parametrize("sort", ["same", "printed", "other", "changed", "twice"])
def test_a_file_that_does_not_fit_is_refused_in_plain_words(sort: str, ready: Walk) -> None:
    walk = we_sign(opened(ready))
    ours = file_of(walk)
    content, told = {
        "same": lambda: (ours, "sama persis"),
        "printed": lambda: (
            storage.read(documents.latest(walk.agreement, "NASKAH_FINAL").file.sha256),
            "bukan kelanjutan",
        ),
        "other": lambda: (sign(prepared(paper(1, words="Lain"), 1), 1).pdf, "bukan kelanjutan"),
        "changed": lambda: (stamped_over(ours), "tidak ada tanda tangan baru"),
        "twice": lambda: (partner_signs(partner_signs(ours), 3), "lebih dari satu tanda tangan"),
    }[sort]()
    with pytest.raises(BadInput) as refused:
        receive(walk, content)
    assert told in refused.value.errors["file"][0]
    assert walk.agreement.stage == Stage.SIGNING
    assert ElectronicSignature.objects.count() == 1


def test_only_the_bagian_receives_and_only_a_waited_party(ready: Walk) -> None:
    walk = we_sign(opened(ready))
    content = partner_signs(file_of(walk))
    with pytest.raises(NotYours):
        receive(walk, content, by="dlh")
    with pytest.raises(BadInput):
        receive(walk, content, party=1)
    with pytest.raises(BadInput):
        receive(walk, content, occurred_on=ready.day.replace(year=2025))


def test_the_database_keeps_signatures_and_refuses_a_certified_local_one(ready: Walk) -> None:
    walk = we_sign(opened(ready))
    row = selectors.signatures_of(walk.agreement)[0]
    for sql in (
        "UPDATE documents_electronicsignature SET subject = 'Lain' WHERE id = %s",
        "DELETE FROM documents_electronicsignature WHERE id = %s",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, [row.pk])
    with pytest.raises(DatabaseError, match="electronicsignature_local_is_uncertified"), transaction.atomic():
        ElectronicSignature.objects.create(
            document=row.document, file=StoredFile.objects.exclude(pk=row.file_id).first(), order=9, party_order=1, party_name="x",
            signed_by=row.signed_by, backend="LOCAL", certified=True, subject="x", issuer="x", serial="1", level="B-B",
            not_before=row.not_before, not_after=row.not_after, read_at=row.read_at,
        )  # fmt: skip
    with pytest.raises(BadInput):
        signing.receive(
            walk.agreement, "receive_signed", by=walk.who("staf"), party=2, file=upload(file_of(walk)), expect=None
        )
