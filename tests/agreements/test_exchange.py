"""The partner's file taken in: a version, its comments, the file itself, all or nothing; remarks answered before the lawyers read."""

import io
from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from agreements.docx_out import as_docx
from agreements.models import PartnerRemark
from agreements.services import remarks
from agreements.services.exchange import take_docx
from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet, NotYours, Stale, UploadRefused
from kerjasama.demo.walk import Walk
from kerjasama.documents.models import Document, StoredFile
from tests.core import hostile_files as hostile
from tests.support import word
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked

drafting = walked(
    lambda people: (
        new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments().open_naskah()
    )
)


@pytest.fixture
def naskah(drafting: Walk, people: dict[str, User]) -> Walk:
    return resumed(drafting, people)


@pytest.fixture
def client_of(people: dict[str, User]) -> Callable[[str], Client]:
    def sign_in(username: str) -> Client:
        client = Client()
        client.force_login(people[username])
        return client

    return sign_in


def at(walk: Walk) -> time_machine.travel:
    return time_machine.travel(datetime.combine(walk.day, time(12), tzinfo=clock.zone()), tick=False)


def upload(content: bytes, name: str = "naskah.docx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def changed_file(walk: Walk, *, comment: bool = True) -> bytes:
    """Our file with the closing changed, and a comment on the term."""
    file = word.opened(as_docx(walk.agreement, walk.agreement.versions.first()))
    word.tracked_insert(word.paragraph_with(file, "dibuat dalam rangkap"), " Salinannya disimpan PARA PIHAK.")
    if comment:
        file.add_comment(
            word.paragraph_with(file, "jangka waktu").runs, text="Mohon tiga tahun.", author="Sari Dewi", initials="SD"
        )
    return word.saved(file)


def take(walk: Walk, content: bytes, by: str = "dewi", **facts: Any) -> Any:
    facts = {"sender": "Bagian Hukum Tirtamarga", "received_on": walk.day, **facts}
    with at(walk):
        return take_docx(walk.agreement, upload(content), by=walk.people[by], **facts)


def kept(walk: Walk) -> tuple[int, int, int]:
    """How many versions, papers of this kind and remarks there are."""
    papers = Document.objects.filter(kind="PARTNER_DRAFT").count()
    return walk.agreement.versions.count(), papers, PartnerRemark.objects.count()


def test_a_changed_file_becomes_a_version_with_its_source(naskah: Walk) -> None:
    before = naskah.agreement.versions.first()
    taken = take(naskah, changed_file(naskah))
    assert (taken.version.number, taken.comments) == (before.number + 1, 1)
    assert [c.key for c in taken.version.content] == [c.key for c in before.content]
    assert taken.version.content[-1].paragraphs[-1].endswith(" Salinannya disimpan PARA PIHAK.")
    assert taken.version.note == "Perubahan dari Bagian Hukum Tirtamarga"
    remark, paper = PartnerRemark.objects.get(), Document.objects.get(kind="PARTNER_DRAFT")
    assert (remark.part, remark.author, remark.text, remark.document_id) == (
        "term",
        "Sari Dewi",
        "Mohon tiga tahun.",
        paper.pk,
    )
    assert (paper.title, paper.dated, paper.file.extension) == (
        "Naskah dari Bagian Hukum Tirtamarga",
        naskah.day,
        "docx",
    )


def test_comments_alone_make_no_version(naskah: Walk) -> None:
    file = word.opened(as_docx(naskah.agreement, naskah.agreement.versions.first()))
    file.add_comment(word.paragraph_with(file, "jangka waktu").runs, text="Setuju.", author="Sari", initials="S")
    before = kept(naskah)
    taken = take(naskah, word.saved(file))
    assert (taken.version, taken.comments) == (None, 1)
    assert kept(naskah) == (before[0], before[1] + 1, before[2] + 1)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "Berkas ini sama dengan versi terakhir dan tidak memuat komentar."),
        (hostile.docx({"word/vbaProject.bin": b"x"}), "Dokumen ini memuat makro."),
        (hostile.docx(relations=hostile.outside("attachedTemplate")), "Dokumen ini mengambil isi dari tempat lain saat dibuka."),
        (b"%PDF-1.7 bukan docx", "Isi berkas ini bukan Word (DOCX), walaupun namanya berakhir dengan .docx."),
        (word.typed("Surat biasa"), "Tidak ada pasal yang ditemukan dalam berkas ini."),
        (word.typed("Pasal 1", "JUDUL SAJA"), "Pasal 1 dalam berkas ini tidak mempunyai judul atau isi."),
        (word.typed(*["Pasal 1", "JUDUL", "Isi."] * 61), "Berkas ini memuat lebih dari 60 pasal."),
        (word.typed("Pasal 1", "JUDUL", "x" * 12001), "Pasal 1 terlalu panjang."),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_taken_leaves_nothing_behind(naskah: Walk, content: bytes | None, sentence: str) -> None:
    before = (*kept(naskah), StoredFile.objects.count())
    content = content or as_docx(naskah.agreement, naskah.agreement.versions.first())
    with pytest.raises(UploadRefused) as refused:
        take(naskah, content)
    assert refused.value.message == sentence
    assert (*kept(naskah), StoredFile.objects.count()) == before


def test_a_bomb_inside_the_text_is_not_unpacked(naskah: Walk) -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document>&b;</w:document>'
    with pytest.raises(UploadRefused):
        take(naskah, hostile.docx({"word/document.xml": laughs}))


def test_only_the_bagian_takes_it_and_only_while_it_is_drafted(naskah: Walk) -> None:
    content, before = changed_file(naskah), kept(naskah)
    with pytest.raises(NotYours):
        take(naskah, content, by="dlh")
    with pytest.raises(Stale):
        take(naskah, content, expect=naskah.agreement.act_count + 1)
    with pytest.raises(BadInput):
        take(naskah, content, received_on=naskah.day + timedelta(days=1))
    naskah.to_paraf()
    with pytest.raises(NotYet):
        take(naskah, content)
    assert kept(naskah) == before


# --- remarks


def test_a_remark_waits_and_stops_the_text_until_it_is_answered(naskah: Walk) -> None:
    dewi, bob = naskah.people["dewi"], naskah.people["dlh"]
    with at(naskah):
        row = remarks.add_remark(
            naskah.agreement, part="term", author="Sari", text="Tiga tahun saja.", received_on=naskah.day, by=dewi
        )
        lacks = naskah.agreement.arrow("send_to_legal")
        assert "1 masukan mitra belum dijawab." in [
            lack.sentence for g in lacks.guards for lack in g.lacks(naskah.agreement, None)
        ]
        with pytest.raises(NotYours):
            remarks.answer_remark(row, answer="DECLINED", reason="Sudah disepakati.", by=bob)
        remarks.answer_remark(row, answer="DECLINED", reason="Sudah disepakati lima tahun.", by=dewi)
        with pytest.raises(NotYet):
            remarks.answer_remark(row, answer="ACCEPTED", reason="Baik.", by=dewi)
    row.refresh_from_db()
    assert (row.part_label.split(" ", 2)[2], row.answer, row.answered_by) == ("JANGKA WAKTU", "DECLINED", dewi)
    assert [h.history_user.username for h in row.history.order_by("history_id")] == ["dewi", "dewi"]


@pytest.mark.parametrize(
    ("facts", "errors"),
    [
        ({"text": " "}, {"text": ["Tulis masukannya."]}),
        ({"author": ""}, {"author": ["Tulis siapa pada mitra yang menyampaikan."]}),
        ({"part": "tidak_ada"}, {"part": ["Pasal ini tidak ada lagi. Pilih pasal yang tersedia."]}),
    ],
)
def test_a_remark_says_who_and_what(naskah: Walk, facts: dict[str, str], errors: dict[str, list[str]]) -> None:
    given = {"part": "", "author": "Sari", "text": "Baik.", "received_on": naskah.day, **facts}
    with at(naskah), pytest.raises(BadInput) as refused:
        remarks.add_remark(naskah.agreement, by=naskah.people["dewi"], **given)
    assert refused.value.errors == errors


# --- the pages


def test_out_and_in_over_the_pages(naskah: Walk, client_of: Callable[[str], Client]) -> None:
    agreement, dewi = naskah.agreement, client_of("dewi")
    with at(naskah):
        number = agreement.versions.first().number
        answer = dewi.get(f"/naskah/{agreement.pk}/baca/{number}/naskah.docx")
        assert answer["Content-Disposition"].endswith(f'-versi-{number}.docx"')
        file = word.opened(answer.content)
        word.tracked_insert(word.paragraph_with(file, "dibuat dalam rangkap"), " Tambahan.")
        typed = {
            "sender": "Mitra", "received_on": f"{naskah.day:%d-%m-%Y}", "expect": agreement.act_count,
            "file": upload(word.saved(file)),
        }  # fmt: skip
        came = dewi.post(f"/naskah/{agreement.pk}/terima-docx/", typed)
        assert (came.status_code, came["Location"]) == (
            302,
            f"/naskah/{agreement.pk}/bandingkan/?dari={number}&ke={number + 1}",
        )
        page = dewi.get(came["Location"]).content.decode()
    assert "1 perubahan terlacak dibaca seolah-olah semuanya diterima" in page
    assert "ditambahkan: </span> Tambahan." in page


def test_a_file_that_does_not_do_is_said_beside_the_field(naskah: Walk, client_of: Callable[[str], Client]) -> None:
    agreement = naskah.agreement
    with at(naskah):
        typed = {
            "sender": "Mitra",
            "received_on": f"{naskah.day:%d-%m-%Y}",
            "expect": agreement.act_count,
            "file": upload(b"x"),
        }
        answer = client_of("dewi").post(f"/naskah/{agreement.pk}/terima-docx/", typed)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["file"])
    assert 'value="Mitra"' in answer.content.decode(), "nothing typed is lost"


def test_who_may_what(naskah: Walk, client_of: Callable[[str], Client]) -> None:
    base = f"/naskah/{naskah.agreement.pk}"
    pages = ["/bandingkan/", "/masukan/", "/terima-docx/", "/baca/1/naskah.docx"]
    with at(naskah):
        met = {
            who: [client_of(who).get(base + page).status_code for page in pages]
            for who in ("dewi", "dlh", "dispar", "setwan")
        }
        asked = {
            who: client_of(who).post(f"{base}/masukan/", {"text": "x"}).status_code for who in ("dewi", "dlh", "dispar")
        }
    assert met == {
        "dewi": [200, 200, 200, 200], "dlh": [200, 200, 403, 200], "dispar": [404] * 4, "setwan": [404] * 4,
    }  # fmt: skip
    assert asked == {"dewi": 422, "dlh": 403, "dispar": 404}


def test_an_old_text_is_taken_up_again(naskah: Walk, client_of: Callable[[str], Client]) -> None:
    take(naskah, changed_file(naskah, comment=False))
    first = naskah.agreement.versions.last()
    with at(naskah):
        assert client_of("dlh").post(f"/naskah/{naskah.agreement.pk}/baca/1/pakai-lagi/").status_code == 403
        assert client_of("dewi").post(f"/naskah/{naskah.agreement.pk}/baca/1/pakai-lagi/").status_code == 302
    newest = naskah.agreement.versions.first()
    assert (newest.number, newest.clauses, newest.text_hash) == (3, first.clauses, first.text_hash)


def test_the_comparison_of_versions_that_are_not_there(naskah: Walk, client_of: Callable[[str], Client]) -> None:
    with at(naskah):
        answer = client_of("dewi").get(f"/naskah/{naskah.agreement.pk}/bandingkan/?dari=9&ke=x")
    assert answer.status_code == 422


def test_a_word_file_is_whole(naskah: Walk) -> None:
    content = as_docx(naskah.agreement, naskah.agreement.versions.first())
    assert word.opened(content).core_properties.identifier == f"{naskah.agreement.pk}/1"
    assert io.BytesIO(content).read(2) == b"PK"
