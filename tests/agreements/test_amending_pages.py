"""The pages of an adendum: opening it, writing what it changes, reading the text that holds."""

from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agreements.amending import Change, Changes, Op
from agreements.amendments import changes_in, text_on
from agreements.content import Clause
from agreements.models import Agreement, LibraryClause
from kerjasama.accounts.models import User
from kerjasama.core.text import date_long
from kerjasama.demo import doings, plans
from kerjasama.demo.walk import Walk
from tests.agreements.test_pages import at, client_of
from tests.support.facts import scan
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked

__all__ = ["client_of"]
WISH = {"articles": "Pasal 5", "reason": "Pembayaran per triwulan."}


def with_kb(people: dict[str, User]) -> Walk:
    walk = new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments()
    return walk.whole_naskah("KB")


in_force = walked(with_kb)


@pytest.fixture
def kb(in_force: Walk, people: dict[str, User]) -> Walk:
    return resumed(in_force, people)


def seen(client: Client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status, path
    return unescape(response.content.decode())


def opened(walk: Walk) -> str:
    """The address of an adendum to a KB, just opened."""
    doings.amend(walk, Changes((Change(Op.REPLACE, "2", Clause("", "OBJEK", ("Objek baru.",))),)), "Pasal 2")
    return f"/naskah/{walk.agreement.pk}/"


def form_of(walk: Walk, **changed: str) -> dict[str, str]:
    """The form as it came, with some fields changed."""
    rows = [row for row in text_on(walk.agreement.parent, until=walk.agreement) if not row.gone]
    fields = {f"judul_{n}": row.clause.title for n, row in enumerate(rows, start=1)}
    fields |= {f"isi_{n}": "\r\n\r\n".join(row.clause.paragraphs) for n, row in enumerate(rows, start=1)}
    return {
        **fields,
        "new_end": "",
        "note": "",
        "expect": str(Agreement.objects.get(pk=walk.agreement.pk).act_count),
        **changed,
    }


def test_the_button_comes_with_the_wish_and_for_the_bagian_only(kb: Walk, client_of: Callable[..., Client]) -> None:
    case = f"/usulan/{kb.proposal.code}/"
    address = f"/naskah/{kb.agreement.pk}/adendum/"
    with at(kb):
        assert "Buka adendum" not in seen(client_of("dewi"), case)
        assert client_of("dewi").post(address).status_code == 409
        kb.sub_act("propose_change", "opd", **WISH)
        assert "Buka adendum" in seen(client_of("dewi"), case)
        assert "Buka adendum" not in seen(client_of("dlh"), case)
        assert client_of("dlh").post(address).status_code == 403
        assert client_of("dispar").post(address).status_code == 404
        there = client_of("dewi").post(address)
    adendum = Agreement.objects.get(instrument="ADD")
    assert (there.status_code, there["Location"]) == (302, f"/naskah/{adendum.pk}/perubahan/")


def test_what_is_written_is_kept_as_a_version_and_composed(kb: Walk, client_of: Callable[..., Client]) -> None:
    base = opened(kb)
    with at(kb):
        dewi = client_of("dewi")
        page = seen(dewi, f"{base}perubahan/")
        assert "Objek baru." in page and page.count("Diubah</span>") == 1
        assert dewi.get(f"{base}sunting/")["Location"] == f"{base}perubahan/"
        answer = dewi.post(
            f"{base}perubahan/",
            form_of(
                kb,
                hapus_7="1",
                isi_2="Objek lain.",
                sisip_di_1="2",
                sisip_judul_1="Sekretariat",
                sisip_isi_1="Satu.\r\n\r\nDua.",
            ),
        )
    assert (answer.status_code, answer["Location"]) == (302, f"{base}baca/")
    changes = changes_in(Agreement.objects.get(pk=kb.agreement.pk))
    title = text_on(kb.agreement.parent)[1].clause.title
    assert [(row.op, row.at, row.clause.title, row.clause.paragraphs) for row in changes.rows] == [
        (Op.REPLACE, "2", title, ("Objek lain.",)), (Op.REMOVE, "7", "", ()), (Op.INSERT, "2", "SEKRETARIAT", ("Satu.", "Dua.")),
    ]  # fmt: skip
    text = kb.agreement.versions.first().content[0].paragraphs
    assert text[1].startswith("Ketentuan Pasal 2 diubah sehingga berbunyi sebagai berikut:\nPasal 2\n")
    assert text[2].startswith(
        "Sesudah Pasal 2 disisipkan 1 (satu) pasal, yaitu Pasal 2A, yang berbunyi sebagai berikut:\nPasal 2A\nSEKRETARIAT\n(1) Satu."
    )
    assert text[3] == "Ketentuan Pasal 7 dihapus."


def test_a_wrong_change_is_refused_and_nothing_typed_is_lost(kb: Walk, client_of: Callable[..., Client]) -> None:
    base = opened(kb)
    with at(kb):
        dewi = client_of("dewi")
        unchanged = dewi.post(f"{base}perubahan/", form_of(kb))
        required = dewi.post(f"{base}perubahan/", form_of(kb, hapus_1="1", isi_2="Kata yang panjang."))
        bad_day = dewi.post(f"{base}perubahan/", form_of(kb, new_end="31/02/2027", isi_2="Tetap ada."))
        stale = dewi.post(f"{base}perubahan/", form_of(kb, isi_2="Kata orang kedua.", expect="1"))
    assert (unchanged.status_code, required.status_code, bad_day.status_code, stale.status_code) == (422, 422, 422, 409)
    assert "Ubah sedikitnya satu pasal atau jangka waktunya." in unescape(unchanged.content.decode())
    told = unescape(required.content.decode())
    assert "wajib ada" in told and "Kata yang panjang." in told
    assert "Tetap ada." in unescape(bad_day.content.decode())
    assert "disimpan orang lain" in unescape(stale.content.decode()) and "Kata orang kedua." in unescape(
        stale.content.decode()
    )
    assert kb.agreement.versions.count() == 2


def test_one_more_pasal_may_be_asked_for_and_one_of_the_library(kb: Walk, client_of: Callable[..., Client]) -> None:
    base = opened(kb)
    own = LibraryClause.objects.create(instrument="KB", key="language", title="BAHASA", text="Bahasa Indonesia.")
    with at(kb):
        dewi = client_of("dewi")
        page = seen(dewi, f"{base}perubahan/")
        empty = unescape(dewi.post(f"{base}perubahan/", form_of(kb, tambah="1")).content.decode())
        offer = unescape(dewi.post(f"{base}perubahan/", form_of(kb, sisip=f"daerah-{own.pk}")).content.decode())
    assert 'name="sisip_judul_1" value=""' in empty
    assert 'name="sisip_judul_1" value="BAHASA"' in offer
    # What stands in the naskah already is not offered again.
    assert (page.count("Sisipkan<span"), "baku-" in page) == (1, False)


def test_the_text_in_force_on_each_day(kb: Walk, client_of: Callable[..., Client]) -> None:
    parent = kb.agreement
    opened(kb)
    kb.go([*plans.text_locked(), *plans.parafs(), plans.signing_planned(0, 1), plans.signed(1)])
    address = f"/naskah/{parent.pk}/teks-berlaku/"
    before = (kb.day - timedelta(days=1)).isoformat()
    with at(kb):
        dewi = client_of("dewi")
        today, earlier = seen(dewi, address), seen(dewi, f"{address}?pada={before}")
        assert dewi.get(f"/naskah/{kb.agreement.pk}/teks-berlaku/").status_code == 404
        assert dewi.get(f"{address}?pada=kemarin").status_code == 422
        assert client_of("dispar").get(address).status_code == 404
        assert client_of("dewi").get(f"/naskah/{parent.pk}/perubahan/").status_code == 404
    assert "Objek baru." in today and "Diubah dengan adendum" in today
    assert "Objek baru." not in earlier and "Belum berlaku pada hari itu" in earlier


def test_an_inserted_pasal_says_by_which_adendum_it_came(kb: Walk, client_of: Callable[..., Client]) -> None:
    parent = kb.agreement
    more = Change(Op.INSERT, "2", Clause("", "SEKRETARIAT", ("Dibentuk sekretariat.",)))
    doings.amend(kb, Changes((more,)), "Pasal 2A")
    kb.go([*plans.text_locked(), *plans.parafs(), plans.signing_planned(0, 1), plans.signed(1)])
    with at(kb):
        page = seen(client_of("dewi"), f"/naskah/{parent.pk}/teks-berlaku/")
    assert page.count("Disisipkan dengan adendum") == 1
    assert 'Pasal 2A<br>SEKRETARIAT</h2><p class="small muted">Disisipkan' in page
    assert '<span class="small muted">Pasal 2A</span>' in page


def test_the_pasal_on_the_term_says_that_its_last_day_was_moved(kb: Walk, client_of: Callable[..., Client]) -> None:
    parent = kb.agreement
    moved = parent.ends_on - timedelta(days=200)
    doings.amend(kb, Changes((), moved), "Jangka waktu")
    kb.go([*plans.text_locked(), *plans.parafs(), plans.signing_planned(0, 1), plans.signed(1)])
    address = f"/naskah/{parent.pk}/teks-berlaku/"
    before = (kb.day - timedelta(days=1)).isoformat()
    with at(kb):
        today, earlier = seen(client_of("dewi"), address), seen(client_of("dewi"), f"{address}?pada={before}")
    told = f"Hari terakhirnya diubah dengan adendum {date_long(kb.day)}: berlaku sampai {date_long(moved)}"
    assert (today.count(told), "Hari terakhirnya diubah" in earlier) == (1, False)


def test_the_text_on_a_day_after_the_end_is_not_called_in_force(kb: Walk, client_of: Callable[..., Client]) -> None:
    naskah = kb.agreement
    address = f"/naskah/{naskah.pk}/teks-berlaku/"
    last, after = naskah.ends_on.isoformat(), (naskah.ends_on + timedelta(days=1)).isoformat()
    with at(kb):
        running, over = (seen(client_of("dewi"), f"{address}?pada={day}") for day in (last, after))
    assert "Naskah ini tidak berlaku lagi pada hari itu" not in running and "Teks yang berlaku pada" in running
    assert "Naskah ini tidak berlaku lagi pada hari itu" in over and "Teks yang berlaku pada" not in over
    kb.sub_act(
        "end_early", "ratna", ground="AGREED", number="BA/1", file=scan("BA/1"), settlement="Tidak ada.", replaced_by=None
    )  # fmt: skip
    with at(kb):
        ended = seen(client_of("dewi"), address)
        yesterday = seen(client_of("dewi"), f"{address}?pada={(kb.day - timedelta(days=1)).isoformat()}")
    assert "Naskah berakhir" in ended and "kesepakatan para pihak" in ended
    assert "tidak berlaku lagi" not in yesterday


def test_many_adenda_cost_as_many_queries_as_one(kb: Walk, client_of: Callable[..., Client]) -> None:
    parent = kb.agreement
    whole = [*plans.text_locked(), *plans.parafs(), plans.signing_planned(0, 1), plans.signed(1)]

    def cost() -> int:
        with at(kb):
            client = client_of("dewi")
            client.get(f"/naskah/{parent.pk}/teks-berlaku/")
            with CaptureQueriesContext(connection) as caught:
                seen(client, f"/naskah/{parent.pk}/teks-berlaku/")
        return len(caught)

    opened(kb)
    kb.go(whole)
    one = cost()
    kb.agreement = Agreement.objects.get(pk=parent.pk)
    doings.amend(kb, Changes((Change(Op.REPLACE, "2", Clause("", "OBJEK", ("Ketiga.",))),)), "Pasal 2")
    kb.go(whole)
    assert cost() == one
