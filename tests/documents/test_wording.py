"""Papers worded by the region: what may be typed, what is frozen, and who does it."""

import re

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from kerjasama.accounts.offices import Office
from kerjasama.core.errors import BadInput, NotYet, NotYours, Stale
from kerjasama.documents import papers, rendering, services, wording
from kerjasama.documents.models import TemplateEdition
from kerjasama.documents.papers.names import NAMES
from kerjasama.documents.slots import FORMS, PLACEHOLDERS, Kind
from kerjasama.documents.specimens import specimen
from tests.documents import samples
from tests.documents.test_services import ON
from tests.factories.accounts import GovernmentFactory, UserFactory

LETTER = "surat_kesediaan"
CLOSING = "Demikian kami sampaikan, dan atas perhatian Saudara kami ucapkan terima kasih."
ADAPTABLE = [code for code, form in FORMS.items() if form.slots]


def typed(code: str = LETTER, **changed: str) -> dict[str, str]:
    """The standard as a form would send it, with some parts changed."""
    words = {key: "" if isinstance(value, list) else value for key, value in wording.standard_of(code).items()}
    return words | changed


@pytest.fixture
def kabag(db):
    return UserFactory(office=Office.KABAG, full_name="Ratna Kusumawardani")


@pytest.fixture
def admin(db):
    return UserFactory(office=Office.ADMIN)


def change(by, code: str = LETTER, expect: int = 0, **changed: str) -> TemplateEdition:
    return wording.change(code, typed(code, **changed), reason="Arahan Sekda", expect=expect, by=by)


def desk(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_every_paper_is_on_the_list_and_a_fixed_one_says_why() -> None:
    assert set(FORMS) == set(NAMES) == set(rendering.TEMPLATE_VERSIONS)
    assert [code for code, form in FORMS.items() if bool(form.slots) == bool(form.fixed)] == []
    named = {name for form in FORMS.values() for slot in form.slots for name in (*slot.allowed, *slot.required)}
    assert named == set(PLACEHOLDERS)


@pytest.mark.parametrize("code", ADAPTABLE)
def test_the_standard_keeps_its_own_bounds_and_is_printed_from_the_table(code: str) -> None:
    assert wording.checked(code, typed(code)) == {}
    page = rendering.render_html(code, samples.SAMPLES[code]())
    for slot in FORMS[code].slots:
        if slot.kind == Kind.TEXT and slot.key != "about":
            changed = rendering.render_html(code, samples.SAMPLES[code]() | {"wording": {slot.key: "Bunyi lain."}})
            assert (changed != page, changed.count("Bunyi lain.")) == (True, 1)


@pytest.mark.django_db
@pytest.mark.parametrize("code", ADAPTABLE)
def test_the_sample_says_the_standard_about_and_nature(code: str) -> None:
    GovernmentFactory()
    sample, standard = specimen(code), wording.standard_of(code)
    for key in {"about", "nature"} & set(standard):
        assert sample[key] == standard[key]
    assert "contoh" in rendering.render_html(code, sample).lower()


@pytest.mark.parametrize(
    ("part", "words", "sentence"),
    [
        ("closing", "", "Kalimat penutup tidak boleh kosong."),
        ("closing", "  \n ", "Kalimat penutup tidak boleh kosong."),
        ("closing", "a" * 601, "Paling panjang 600 huruf; ini 601."),
        ("closing", "Lihat https://contoh.example/a", "Tidak boleh memuat alamat situs atau surel."),
        ("closing", "Lihat www.contoh", "Tidak boleh memuat alamat situs atau surel."),
        ("closing", "Lihat wanasarikab.go.id", "Tidak boleh memuat alamat situs atau surel."),
        ("closing", "Surel ke a@b", "Tidak boleh memuat alamat situs atau surel."),
        ("closing", "<b>Tebal</b>", "Hanya teks biasa, tanpa tanda < dan > atau kode HTML."),
        ("closing", "A&nbsp;B", "Hanya teks biasa, tanpa tanda < dan > atau kode HTML."),
        ("closing", "Kata\u202eterbalik", "Ada tanda tersembunyi di dalamnya. Ketik ulang kalimatnya."),
        ("closing", "Nol\u0000", "Ada tanda tersembunyi di dalamnya. Ketik ulang kalimatnya."),
        ("closing", "Yth. {mitra}", "Isian {mitra} tidak dikenal di sini. Yang dapat dipakai: tidak ada."),
        (
            "contact",
            "Hubungi {kontak} dan {perangkat_daerah} di {nik}.",
            "Isian {nik} tidak dikenal di sini. Yang dapat dipakai: {perangkat_daerah}, {kontak}.",
        ),
        ("contact", "Hubungi {kontak}.", "Isian {perangkat_daerah} wajib ada."),
        ("contact", "Hubungi kami.", "Isian {perangkat_daerah}, {kontak} wajib ada."),
        (
            "contact",
            "{{ kontak }} {perangkat_daerah}",
            "Isian { kontak } tidak dikenal di sini. Yang dapat dipakai: {perangkat_daerah}, {kontak}.",
        ),
        (
            "contact",
            "{kontak} {perangkat_daerah} {",
            "Ada kurung kurawal yang tidak berpasangan. Isian yang dapat dipakai: {perangkat_daerah}, {kontak}.",
        ),
        ("nature", "Rahasia sekali", "Pilih salah satu: Biasa, Penting, Segera, Sangat Segera."),
        ("about", "x" * 161, "Paling panjang 160 huruf; ini 161."),
        ("copies", "\n".join("abcdef"), "Paling banyak 5 baris tembusan tambahan."),
        ("copies", "Bupati\n" + "x" * 121, "Paling panjang 120 huruf; ini 121."),
        ("copies", "Yth. {mitra}", "Tembusan tidak memakai isian dalam kurung kurawal."),
    ],
)
def test_bounds_are_named_one_by_one(part: str, words: str, sentence: str) -> None:
    with pytest.raises(BadInput) as refused:
        wording.checked(LETTER, typed(**{part: words}))
    assert refused.value.errors == {part: [sentence]}


def test_all_that_is_wrong_is_said_at_once(kabag) -> None:
    with pytest.raises(BadInput) as refused:
        wording.change(LETTER, typed(closing="", nature="?"), reason=" ", expect=0, by=kabag)
    assert set(refused.value.errors) == {"closing", "nature", "reason"}
    assert not TemplateEdition.objects.exists()


def test_only_what_differs_is_kept_and_editions_only_grow(kabag) -> None:
    first = change(kabag, closing=f"  {CLOSING}\n")
    assert (first.number, first.words, first.history.get().history_user) == (1, {"closing": CLOSING}, kabag)
    second = change(kabag, expect=1, closing=CLOSING, copies="Inspektur\n\nKepala Bappeda")
    back = wording.restore(LETTER, reason="Kembali", expect=2, by=kabag)
    assert [(row.number, row.words) for row in TemplateEdition.objects.filter(template=LETTER)] == [
        (3, {}),
        (2, {"closing": CLOSING, "copies": ["Inspektur", "Kepala Bappeda"]}),
        (1, {"closing": CLOSING}),
    ]
    with pytest.raises(ValueError, match="never changes"):
        second.save()
    for act in (lambda: TemplateEdition.objects.update(reason="x"), lambda: TemplateEdition.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()
    assert wording.latest(LETTER) == back


def test_who_may_and_when_not(kabag, admin) -> None:
    for by in (admin, UserFactory(office=Office.BAGIAN), UserFactory(office=Office.SEKDA)):
        with pytest.raises(NotYours):
            change(by, closing=CLOSING)
        with pytest.raises(NotYours):
            wording.restore(LETTER, reason="x", expect=0, by=by)
    with pytest.raises(NotYet, match="Tidak ada yang berubah"):
        change(kabag)
    with pytest.raises(NotYet, match="tidak mempunyai bagian"):
        wording.change("kak", {}, reason="x", expect=0, by=kabag)
    change(kabag, closing=CLOSING)
    with pytest.raises(Stale, match="Orang lain"):
        change(kabag, closing="Demikian.")


def test_a_paper_freezes_the_wording_of_its_day(subject, writer, kabag, press, monday) -> None:
    GovernmentFactory()

    def issue() -> dict:
        context = papers.willingness(**samples.answer_facts())
        made = services.issue(subject, "ANSWER", template=LETTER, context=context, by=writer, title="Surat", dated=ON)
        made.refresh_from_db()
        return made.context

    plain = issue()
    change(
        kabag,
        closing=CLOSING,
        nature="Segera",
        about="Kesediaan Bekerja Sama",
        copies="Sekretaris Daerah\nInspektur",
        contact="Tindak lanjut oleh {perangkat_daerah}; hubungi {kontak}.",
    )
    adapted = issue()
    wording.restore(LETTER, reason="Kembali", expect=1, by=kabag)
    assert ("wording" in plain, "wording" in issue()) == (False, False)
    assert (adapted["wording_edition"], adapted["nature"], adapted["about"], adapted["heading"]) == (
        1,
        "Segera",
        "Kesediaan Bekerja Sama",
        "Kesediaan Bekerja Sama",
    )
    assert adapted["copies"] == ["Sekretaris Daerah", "Kepala Dinas Lingkungan Hidup", "Inspektur"]
    page = rendering.render_html(LETTER, adapted)
    assert f"<p>{CLOSING}</p>" in page
    assert "Tindak lanjut oleh Dinas Lingkungan Hidup; hubungi Bagian Kerja Sama, telepon (0298) 321000." in page
    assert rendering.render_html(LETTER, plain).count("Demikian disampaikan. Atas perhatian dan kerja samanya") == 1


def test_words_are_never_read_as_a_template() -> None:
    hostile = samples.willingness() | {"wording": {"closing": "{% debug %} {{ kop }} <script>x</script> {mitra}"}}
    with pytest.raises(KeyError):
        rendering.render_html(LETTER, hostile)
    hostile["wording"]["closing"] = "{mitra} <script>x</script>"
    hostile["partner_name"] = "{judul} {{ kop }} <b>"
    page = rendering.render_html(LETTER, hostile)
    assert "{judul} {{ kop }} &lt;b&gt; &lt;script&gt;x&lt;/script&gt;" in page


# --- pages ------------------------------------------------------------------------------------------


@pytest.fixture
def ready(db):
    GovernmentFactory()


def address(name: str, code: str = LETTER) -> str:
    return reverse(f"documents:{name}", args=[] if name.startswith("templates") else [code])


PAGES = ("templates", "templates_export", "template", "template_preview")


def test_the_kabag_and_the_administrator_read_and_nobody_else(ready, kabag, admin) -> None:
    for office, status in ((Office.BAGIAN, 403), (Office.HUKUM, 403), (Office.SEKDA, 403), (Office.OPD, 403)):
        client = desk(UserFactory(office=office))
        assert {client.get(address(name)).status_code for name in (*PAGES, "template_restore")} == {status}
    for user in (kabag, admin):
        assert [desk(user).get(address(name)).status_code for name in PAGES] == [200] * 4
    assert desk(admin).post(address("template"), typed() | {"reason": "x", "expect": "0"}).status_code == 403
    assert desk(admin).get(address("template_restore")).status_code == 403
    page = desk(admin).get(address("template")).content.decode()
    assert ("Tetapkan edisi baru" in page, "Ditetapkan oleh Kepala Bagian Kerja Sama; Anda membaca." in page) == (
        False,
        True,
    )
    assert desk(kabag).get(address("template", "surat_cinta")).status_code == 404
    assert Client().get(address("templates")).status_code == 302


def test_the_kabag_words_a_letter_and_takes_it_back(ready, kabag) -> None:
    client = desk(kabag)
    sent = typed(closing=CLOSING) | {"reason": "Arahan Sekda", "expect": "0"}
    assert client.post(address("template"), sent).status_code == 302
    page = client.get(address("template")).content.decode()
    assert "Edisi 1 berlaku sejak" in page
    assert re.search(r"<ins>.*?Saudara", page, re.DOTALL)
    assert CLOSING in client.get(address("template_preview")).content.decode()
    again = client.post(address("template"), typed(closing="Demikian.") | {"reason": "Lagi", "expect": "0"})
    shown = again.content.decode()
    assert (again.status_code, "Orang lain sudah menetapkan" in shown, "Demikian.</textarea>" in shown) == (
        409,
        True,
        True,
    )
    assert 'name="expect" value="1"' in shown
    asked = client.get(address("template_restore")).content.decode()
    assert "Kembalikan ke naskah baku" in asked
    assert client.post(address("template_restore"), {"expect": "1", "reason": ""}).status_code == 422
    assert client.post(address("template_restore"), {"expect": "1", "reason": "Cukup"}).status_code == 302
    assert client.get(address("template_restore")).status_code == 409
    assert TemplateEdition.objects.filter(template=LETTER).count() == 2


def test_a_mistake_is_said_at_its_field_and_nothing_typed_is_lost(ready, kabag) -> None:
    sent = typed(closing="Lihat www.contoh", nature="Segera") | {"reason": "", "expect": "0"}
    answer = desk(kabag).post(address("template"), sent)
    page = answer.content.decode()
    assert (answer.status_code, TemplateEdition.objects.count()) == (422, 0)
    for sentence in ("Tidak boleh memuat alamat situs atau surel.", "Tulis alasan perubahan.", "Lihat www.contoh"):
        assert sentence in page
    assert '<option value="Segera" selected>' in page


def test_a_preview_runs_nothing_keeps_nothing_and_is_framed_by_us_only(ready, kabag) -> None:
    client = desk(kabag)
    answer = client.post(address("template_preview"), typed(closing=CLOSING) | {"expect": "0"})
    policy = answer["Content-Security-Policy"]
    assert (answer.status_code, CLOSING in answer.content.decode(), TemplateEdition.objects.count()) == (200, True, 0)
    for part in ("default-src 'none'", "script-src 'none'", "frame-ancestors 'self'", "sandbox", "style-src 'sha256-"):
        assert part in policy
    assert "unsafe" not in policy
    unfit = client.post(address("template_preview"), typed(closing="") | {"expect": "0"})
    assert (unfit.status_code, "Kalimat penutup tidak boleh kosong." in unfit.content.decode()) == (422, True)
    assert client.get(address("template_preview", "kak")).status_code == 404
    assert "frame-src 'self'" in client.get(address("template"))["Content-Security-Policy"]


def test_the_list_is_searched_filtered_sorted_and_downloaded(ready, kabag) -> None:
    client = desk(kabag)
    empty = client.get(address("templates"), {"q": "tidakada"}).content.decode()
    assert "Tidak ada dokumen yang cocok" in empty
    change(kabag, closing=CLOSING)
    change(kabag, "surat_kuasa", closing=CLOSING)
    rows = client.get(address("templates"), {"keadaan": "disesuaikan", "urut": "terbaru"}).context["page_obj"]
    assert [row["slug"] for row in rows] == ["surat_kuasa", LETTER]
    told = b"".join(client.get(address("templates_export"), {"keadaan": "disesuaikan"}).streaming_content).decode()
    assert [line.split(";")[:4] for line in told.splitlines()[1:]] == [
        ["Surat kesediaan kerja sama daerah", "Kepala Daerah", "Disesuaikan", "1"],
        ["Surat kuasa", "Kepala Daerah", "Disesuaikan", "1"],
    ]
