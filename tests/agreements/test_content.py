"""The text a paraf binds, the clauses the law asks for, and the library a naskah opens with."""

import hashlib
import json
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.content import REQUIRED, Clause, canonical, clauses_from, missing, text_hash
from agreements.effects.rows import canonical_of
from agreements.library import TEXTS, first_text
from agreements.selectors import last_read_before
from kerjasama.accounts.models import User
from kerjasama.demo import doings
from kerjasama.demo.walk import Walk
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked

TITLE, PARTIES = "Sampah Regional", ["Pemerintah Kabupaten Wanasari", "Pemerintah Kabupaten Tirtamarga"]
CLAUSES = (Clause("aims", "MAKSUD DAN TUJUAN", ("Maksud.", "Tujuan.")), Clause("closing", "PENUTUP", ("Demikian.",)))
words = st.text(max_size=20)
clause = st.builds(Clause, st.sampled_from(["aims", "object", ""]), words, st.lists(words, max_size=3).map(tuple))

marking = walked(
    lambda people: (
        new_walk(people)
        .to_verification()
        .to_answer()
        .to_tkksd()
        .to_assessment()
        .to_instruments()
        .open_naskah()
        .to_paraf()
    )
)


@pytest.fixture
def naskah(marking: Walk, people: dict[str, User]) -> Walk:
    """A KB whose text is locked."""
    return resumed(marking, people)


def plain(**changed: object) -> str:
    given_ = {"title": TITLE, "instrument": "KB", "parties": PARTIES, "clauses": CLAUSES, **changed}
    return canonical(**given_)


def test_the_canonical_text_is_written_one_way() -> None:
    assert plain() == (
        '{"clauses":[{"key":"aims","paragraphs":["Maksud.","Tujuan."],"title":"MAKSUD DAN TUJUAN"},'
        '{"key":"closing","paragraphs":["Demikian."],"title":"PENUTUP"}],"instrument":"KB",'
        '"parties":["Pemerintah Kabupaten Wanasari","Pemerintah Kabupaten Tirtamarga"],'
        '"template_version":1,"title":"Sampah Regional"}'
    )
    assert text_hash(plain()) == text_hash(plain())
    assert len(text_hash(plain())) == 64


@pytest.mark.parametrize(
    "changed",
    [
        {"title": TITLE + "."},
        {"instrument": "PKS"},
        {"parties": PARTIES[::-1]},
        {"parties": PARTIES[:1]},
        {"clauses": CLAUSES[::-1]},
        {"clauses": CLAUSES[:1]},
        {"clauses": (Clause("aims", "MAKSUD DAN TUJUAN", ("Maksud.", "Tujuan")), CLAUSES[1])},
        {"clauses": (Clause("aims", "MAKSUD", ("Maksud.", "Tujuan.")), CLAUSES[1])},
        {"clauses": (Clause("aims", "MAKSUD DAN TUJUAN", ("Maksud.Tujuan.",)), CLAUSES[1])},
        {"clauses": (Clause("object", "MAKSUD DAN TUJUAN", ("Maksud.", "Tujuan.")), CLAUSES[1])},
    ],
)
def test_any_other_text_has_another_hash(changed: dict) -> None:
    assert text_hash(plain(**changed)) != text_hash(plain())


def test_another_template_is_another_text(monkeypatch: pytest.MonkeyPatch) -> None:
    before = text_hash(plain())
    monkeypatch.setattr("agreements.content.TEMPLATE_VERSION", 2)
    assert text_hash(plain()) != before


@given(st.lists(clause, max_size=4), st.lists(clause, max_size=4))
def test_two_texts_have_one_hash_only_when_they_are_the_same(one: list[Clause], two: list[Clause]) -> None:
    same = [c.as_json() for c in one] == [c.as_json() for c in two]
    assert (text_hash(plain(clauses=one)) == text_hash(plain(clauses=two))) is same


@given(st.lists(clause, max_size=5))
def test_clauses_come_back_as_they_were_stored(given_: list[Clause]) -> None:
    assert clauses_from(c.as_json() for c in given_) == tuple(given_)


def test_filling_the_slots_leaves_the_hash_alone(naskah: Walk) -> None:
    """Numbers, day, place and signatories are typed later and no paraf is void by them (rulings 9)."""
    naskah.paraf("ratna", "bambang", "nurhayati")
    agreement = naskah.agreement
    agreement.refresh_from_db()
    before = agreement.text_hash
    naskah.to_signing()
    agreement = type(agreement).objects.get(pk=agreement.pk)
    content = agreement.locked_version.content
    assert [p.number != "" and p.signatory_name != "" for p in agreement.parties.all()] == [True, True]
    assert (agreement.text_hash, text_hash(canonical_of(agreement, agreement.title, content))) == (before, before)
    assert {p.state for p in agreement.parafs.all()} == {"GIVEN"}


def test_the_name_of_a_party_is_part_of_the_text(naskah: Walk) -> None:
    agreement = naskah.agreement
    party = agreement.parties.order_by("order").last()
    party.name = "Pemerintah Kabupaten Lain"
    party.save()
    content = agreement.locked_version.content
    assert text_hash(canonical_of(agreement, agreement.title, content)) != agreement.text_hash


# --- the words a naskah opens with

FACTS = SimpleNamespace(
    title="Pengelolaan Sampah", aims="Satu\nDua; ", scope="Angkut\nOlah", financing="APBD", location=" Desa A. ", term_years=3,
    lead_unit=SimpleNamespace(name="Dinas X"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "digest"),
    [
        ("KB", "92d22c92443bd66b4dd89290d26ee05f"),
        ("PKS", "2e7e7296408904e061c0822c9494e7a4"),
        ("KSDPK.KB", "cc11389e5ff130367f8ec2e7ba42acdf"),
        ("KSDPK.PKS", "74cfdd2b806252ace8b43b8c4df7293e"),
        ("NK", "c509606eaeda93ea8c9fc8f5a4b4199e"),
    ],
)
def test_each_kind_keeps_its_own_words_to_the_letter(text: str, digest: str) -> None:
    """Change the digest only with the words that a naskah is meant to open with from now on."""
    said = [(c.key, c.title, list(c.paragraphs)) for c in TEXTS[text](FACTS)]
    assert hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:32] == digest


# --- what a naskah must hold


@pytest.mark.parametrize("instrument", ["KB", "PKS"])
def test_the_library_lacks_nothing(naskah: Walk, instrument: str) -> None:
    text = first_text(naskah.proposal, instrument)
    assert [missing(instrument, text, blocking=blocking) for blocking in (True, False)] == [[], []]


@pytest.mark.parametrize(
    ("instrument", "key", "blocks"),
    [(instrument, r.key, r.blocks) for instrument, rows in REQUIRED.items() for r in rows],
)
def test_each_required_clause_is_missed_by_name(naskah: Walk, instrument: str, key: str, blocks: bool) -> None:
    text = first_text(naskah.proposal, instrument)
    without = [c for c in text if c.key != key]
    emptied = [Clause(c.key, c.title, ("  ",)) if c.key == key else c for c in text]
    wanted = [r.key for r in REQUIRED[instrument] if r.key == key]
    for lacking in (without, emptied):
        assert [r.key for r in missing(instrument, lacking, blocking=blocks)] == wanted
        assert missing(instrument, lacking, blocking=not blocks) == []


def test_what_the_law_asks_of_each(naskah: Walk) -> None:
    """The clauses of UU 23/2014 art. 366 and PP 28/2018 art. 9 and 19 stand in the list of the PKS."""
    asked = ("KB", "PKS", "LOI", "MOU", "RKT")
    held = {instrument: {r.key for r in REQUIRED[instrument] if r.blocks} for instrument in asked}
    assert held == {
        "KB": {"aims", "object", "scope", "implementation", "term", "closing"},
        "PKS": {"aims", "object", "scope", "rights", "financing", "term", "disputes", "ending", "closing"},
        # Abroad the title and the frame of the signatures are parts as well (Permendagri 25/2020 art. 13, 20, 30).
        "LOI": {"subject", "aims", "scope", "term", "closing"},
        "MOU": {
            "subject", "aims", "scope", "implementation", "financing", "working_group", "disputes", "amendment", "term", "closing",
        },
        "RKT": {"activities", "budget", "term"},
    }  # fmt: skip


# The texts abroad are filled from the plan of a foreign case and tried with one (tests/kinds/test_foreign_walks.py).
@pytest.mark.parametrize("instrument", ["KB", "PKS", "NK"])
def test_the_library_speaks_of_this_case(naskah: Walk, instrument: str) -> None:
    said = "\n".join(p for c in first_text(naskah.proposal, instrument) for p in c.paragraphs)
    wanted = (
        "Pengelolaan Sampah Regional TPA Wanakerta",
        "5 (lima) tahun",
        "a. Pengangkutan;",
        "Dinas Lingkungan Hidup",
    )
    assert [phrase for phrase in wanted if phrase not in said] == []


def test_a_naskah_does_not_end_with_its_leaders(naskah: Walk) -> None:
    ending = next(c for c in first_text(naskah.proposal, "PKS") if c.key == "ending")
    assert "tidak berakhir karena pergantian pimpinan daerah" in ending.paragraphs[-1]


# --- versions and their differences


def test_a_reader_is_shown_what_changed_since_his_own_paraf(naskah: Walk, people: dict[str, User]) -> None:
    assert last_read_before(naskah.agreement, people["ratna"]) is None
    naskah.paraf("ratna")
    first = naskah.agreement.locked_version
    naskah.sub_act("pull_back", "dewi", reason="Perbaiki penutup.")
    doings.revise_text(naskah, "closing", "PENUTUP", ["Demikian dibuat."], "Penutup diringkas")
    naskah.sub_act("send_to_legal", "dewi", partner_note="Risalah").sub_act("approve_text", "hukum")
    assert last_read_before(naskah.agreement, people["ratna"]) == first
    assert last_read_before(naskah.agreement, people["bambang"]) is None
