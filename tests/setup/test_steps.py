"""Each step: what is typed is kept or refused with a sentence, and nothing typed is lost."""

import io
from base64 import b64decode
from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from kerjasama.accounts.models import Government, Holding, OrgUnit
from kerjasama.accounts.offices import Office
from kerjasama.core import parameters
from kerjasama.core.models import Holiday
from kerjasama.documents.models import Document, NumberRule
from kerjasama.documents.papers import letterhead
from kerjasama.documents.printing import render
from kerjasama.parties.models import Region
from kerjasama.parties.selectors import eligible_regions
from kerjasama.reviews.models import Team
from kerjasama.setup import sheets
from kerjasama.setup.models import StepReview
from kerjasama.setup.services import units
from tests.factories.accounts import HoldingFactory, OrgUnitFactory, UserFactory

pytestmark = pytest.mark.django_db
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 12"><path d="M0 0h10v12H0z"/></svg>'
KOP = {"address": "Jalan Pemuda Nomor 1", "postal_code": "54321", "phone": "(0298) 321000", "brand_colour": "#0e5a61"}


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-23T03:00:00Z", tick=False):
        yield


def png(size=(2000, 2400), colour=(200, 30, 30, 128)):
    drawn = io.BytesIO()
    Image.new("RGBA", size, colour).save(drawn, "PNG")
    return drawn.getvalue()


def test_level_and_titles_follow_the_region(desk):
    typed = {"region": "Sleman", "seat_city": "Sleman", "unit_code": "KS", "classification_code": "100.3.7"}
    assert desk.post("/penyiapan/daerah/", typed)["Location"] == "/penyiapan/kop/"
    ours = Government.current()
    assert (ours.name, ours.level, ours.region_code, ours.head_title, ours.deputy_title) == (
        "Kabupaten Sleman", "REGENCY", "34.04", "Bupati", "Wakil Bupati",
    )  # fmt: skip
    assert not eligible_regions("Sleman").filter(pk="34.04").exists()
    assert 'value="Kabupaten Sleman (34.04)"' in desk.get("/penyiapan/daerah/").content.decode()
    city = Region.objects.filter(level="CITY", autonomous=True).order_by("code").first()
    desk.post("/penyiapan/daerah/", typed | {"region": city.code, "head_title": "Walikota"})
    assert (Government.current().level, Government.current().head_title) == ("CITY", "Walikota")


def test_an_unknown_or_administrative_region_is_refused(desk):
    for wrong in ("Negeri Dongeng", "31.71", ""):
        answer = desk.post(
            "/penyiapan/daerah/", {"region": wrong, "seat_city": "x", "unit_code": "KS", "classification_code": "1"}
        )
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["region"])
    assert not Government.objects.exists()
    assert (
        "Kabupaten Sleman (34.04)"
        in desk.get("/penyiapan/daerah/pilihan/", {"isian": "region", "region": "slem"}).content.decode()
    )


def test_the_emblem_may_be_svg_or_png_and_is_judged_by_content(desk):
    assert desk.post("/penyiapan/kop/", KOP | {"emblem": SimpleUploadedFile("l.svg", SVG.encode())}).status_code == 302
    ours = Government.current()
    assert (ours.emblem_svg, ours.emblem_png, letterhead("SETDA")["lambang"]) == (SVG, "", SVG)
    picture = desk.get(ours.emblem_url)
    assert (picture["Content-Type"], picture.content.decode()) == ("image/svg+xml", SVG)
    desk.post("/penyiapan/kop/", KOP | {"emblem": SimpleUploadedFile("l.png", png())})
    ours = Government.current()
    with Image.open(io.BytesIO(b64decode(ours.emblem_png))) as small:
        assert (small.format, small.size, ours.emblem_svg) == ("PNG", (433, 520), "")
    assert desk.get(ours.emblem_url)["Content-Type"] == "image/png"
    assert letterhead("SETDA")["lambang"].startswith("data:image/png;base64,")


@pytest.mark.parametrize(
    "content",
    [
        b"GIF89a....",
        SVG.replace("<path", "<script>alert(1)</script><path").encode(),
        png((4, 4))[:40],
        b"\xff\xfe\x00bukan",
        b" ",
    ],
)
def test_another_file_is_refused_and_what_was_typed_stays(desk, content):
    typed = KOP | {"address": "Jalan Baru 9", "emblem": SimpleUploadedFile("lambang.png", content)}
    answer = desk.post("/penyiapan/kop/", typed)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["emblem"])
    assert 'value="Jalan Baru 9"' in answer.content.decode()
    assert Government.current().emblem == ""


def test_a_pale_colour_is_refused_with_its_contrast(desk):
    answer = desk.post("/penyiapan/kop/", KOP | {"brand_colour": "#ffcc00"})
    assert "hanya 1,5 : 1" in str(answer.context["form"].errors["brand_colour"])
    assert "Terbaca" in desk.get("/penyiapan/kop/warna/", {"brand_colour": "#0e5a61"}).content.decode()
    assert "Terlalu muda" in desk.get("/penyiapan/kop/warna/", {"brand_colour": "#ffcc00"}).content.decode()


def test_a_real_letter_is_printed_and_only_the_administrator_opens_it(desk, client):
    desk.post("/penyiapan/kop/", KOP)
    assert desk.post("/penyiapan/kop/contoh/").status_code == 302
    first = Document.objects.get()
    done = render(first.pk)
    assert (done.status, done.number, done.public, done.file.pages >= 1) == ("READY", "", False, True)
    assert desk.get(done.get_absolute_url()).content.startswith(b"%PDF-")
    desk.post("/penyiapan/kop/contoh/")
    first.refresh_from_db()
    assert (first.status, Document.objects.exclude(status="SUPERSEDED").count()) == ("SUPERSEDED", 1)
    client.force_login(UserFactory(office=Office.KABAG))
    assert client.get(done.get_absolute_url()).status_code == 404


def test_units_are_added_changed_and_switched_off(desk):
    typed = {"code": "DLH", "name": "Dinas Lingkungan Hidup", "short_name": "DLH", "kind": "SERVICE", "active": "on"}
    assert desk.post("/penyiapan/unit/", typed).status_code == 302
    unit = OrgUnit.objects.get()
    again = desk.post("/penyiapan/unit/", typed)
    assert (again.status_code, list(again.context["form"].errors)) == (422, ["code"])
    HoldingFactory(office=Office.OPD, unit=unit, user=UserFactory(full_name="Sri Rahayu"))
    off = desk.post(f"/penyiapan/unit/{unit.pk}/", typed | {"active": ""})
    assert (off.status_code, "Sri Rahayu" in str(off.context["form"].errors["active"])) == (422, True)
    Holding.objects.filter(unit=unit).update(period="empty")
    assert desk.post(f"/penyiapan/unit/{unit.pk}/", typed | {"active": ""}).status_code == 302
    unit.refresh_from_db()
    assert unit.active is False


LIST = "kode\tnama\tsingkatan\tjenis\nDLH\tDinas Lingkungan Hidup\tDLH\tDinas\nBPBD\tBadan Penanggulangan Bencana Daerah\t\tbadan\n"


def test_a_pasted_list_is_shown_first_and_then_taken_whole(desk):
    OrgUnitFactory(code="DLH", name="Nama lama")
    shown = desk.post("/penyiapan/unit/daftar/", {"pasted": LIST})
    assert (shown.status_code, shown.context["fresh"], shown.context["changed"], OrgUnit.objects.count()) == (
        200,
        1,
        1,
        1,
    )
    taken = desk.post("/penyiapan/unit/daftar/", {"pasted": shown.context["text"], "simpan": "1"})
    assert taken.status_code == 302
    assert list(OrgUnit.objects.order_by("code").values_list("code", "name", "kind")) == [
        ("BPBD", "Badan Penanggulangan Bencana Daerah", "AGENCY"),
        ("DLH", "Dinas Lingkungan Hidup", "SERVICE"),
    ]
    sheet = b"".join(desk.get("/penyiapan/unit/unduh/").streaming_content).decode("utf-8-sig")
    assert [line.problems for line in units.read(sheet)] == [[], []]


def test_an_uploaded_list_comes_back_for_the_second_press(desk):
    upload = SimpleUploadedFile("unit.csv", LIST.replace("\t", ";").encode("cp1252"))
    shown = desk.post("/penyiapan/unit/daftar/", {"pasted": "", "file": upload})
    assert desk.post("/penyiapan/unit/daftar/", {"pasted": shown.context["text"], "simpan": "1"}).status_code == 302
    assert OrgUnit.objects.count() == 2


def test_one_bad_row_keeps_the_whole_list_out(desk):
    bad = LIST + "DLH\tDinas Lain\t\tDinas\nx y\tD\t\tEntah\n"
    answer = desk.post("/penyiapan/unit/daftar/", {"pasted": bad, "simpan": "1"})
    problems = [row["line"].problems for row in answer.context["rows"]]
    assert (answer.status_code, answer.context["wrong"], OrgUnit.objects.count()) == (422, 2, 0)
    assert [problems[0], problems[1], problems[2], len(problems[3])] == [[], [], ["Sama dengan baris 2."], 3]


@pytest.mark.parametrize("written", ["", "kode;nama\nA;B", "kode;nama;singkatan;jenis\n", "x" * (sheets.MAX_BYTES + 1)])
def test_what_is_no_list_says_so(desk, written):
    answer = desk.post("/penyiapan/unit/daftar/", {"pasted": written})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["pasted"])


def test_a_binary_file_is_no_list(desk):
    answer = desk.post("/penyiapan/unit/daftar/", {"file": SimpleUploadedFile("unit.csv", b"PK\x03\x04\x00\x00")})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["pasted"])


def test_officials_are_given_their_terms(desk):
    user = UserFactory()
    typed = {
        "user": user.pk,
        "office": "SEKDA",
        "title": "Sekretaris Daerah",
        "starts_on": "05-01-2026",
        "basis": "SK 821/1",
    }
    assert desk.post("/penyiapan/pejabat/", typed).status_code == 302
    twice = desk.post("/penyiapan/pejabat/", typed | {"user": UserFactory().pk})
    assert (twice.status_code, "sudah dipangku" in str(twice.context["form"].errors)) == (422, True)
    assert [(h.user, h.starts_on, h.basis) for h in Holding.objects.filter(office="SEKDA")] == [
        (user, date(2026, 1, 5), "SK 821/1")
    ]
    page = desk.get("/penyiapan/pejabat/")
    assert "jabatan=KDH&amp;kembali=%2Fpenyiapan%2Fpejabat%2F" in page.content.decode()
    assert 'value="KDH" selected' in desk.get("/akun/pengguna/undang/?jabatan=KDH").content.decode()


def test_holidays_are_loaded_added_called_off_and_taken_from_the_skb(desk):
    assert desk.post("/penyiapan/libur/muat/", {"tahun": "2026"})["Location"] == "/penyiapan/libur/?tahun=2026"
    kinds = set(Holiday.objects.filter(date__year=2026).values_list("kind", flat=True))
    assert {"NATIONAL", "COLLECTIVE_LEAVE"} == kinds
    count = Holiday.objects.count()
    typed = {
        "date": "14-12-2026",
        "name": "Hari jadi daerah",
        "kind": "LOCAL",
        "active": "on",
        "reason": "Keputusan Bupati 5/2026",
    }
    assert desk.post("/penyiapan/libur/", typed).status_code == 302
    twice = desk.post("/penyiapan/libur/", typed)
    assert (twice.status_code, list(twice.context["form"].errors)) == (422, ["date"])
    day = Holiday.objects.get(kind="LOCAL")
    desk.post(f"/penyiapan/libur/{day.pk}/", typed | {"active": "", "reason": "Dicabut"})
    day.refresh_from_db()
    assert (day.active, day.history.first().history_change_reason, Holiday.objects.count()) == (
        False,
        "Dicabut",
        count + 1,
    )
    skb = "tanggal;nama;jenis\n24-12-2027;Cuti bersama Natal;Cuti bersama\n31-02-2027;Salah;Libur nasional"
    answer = desk.post("/penyiapan/libur/daftar/", {"pasted": skb, "reason": "SKB 1/2027", "simpan": "1"})
    assert (answer.status_code, answer.context["wrong"]) == (422, 1)
    good = skb.splitlines()[:2]
    assert (
        desk.post(
            "/penyiapan/libur/daftar/", {"pasted": "\n".join(good), "reason": "SKB 1/2027", "simpan": "1"}
        ).status_code
        == 302
    )
    assert Holiday.objects.get(date="2027-12-24").history.first().history_change_reason == "SKB 1/2027"


def test_a_number_rule_is_set_with_a_live_example(desk):
    assert "100.3.7/001/BA/KS/XI/2026" in desk.get("/penyiapan/nomor/").content.decode()
    shown = desk.get(
        "/penyiapan/nomor/BA/contoh/", {"pattern": "{urut}/BA/{tahun}", "start_year": "2026", "start_number": "45"}
    )
    assert "Nomor pertama: 045/BA/2026" in shown.content.decode()
    assert "kurung kurawal" in desk.get("/penyiapan/nomor/BA/contoh/", {"pattern": "{apa}"}).content.decode()
    typed = {
        "source": "OURS",
        "pattern": "{urut}/BA/{tahun}",
        "start_year": "2026",
        "start_number": "45",
        "reason": "Buku lama",
    }
    assert desk.post("/penyiapan/nomor/BA/", typed).status_code == 302
    assert "045/BA/2026" in desk.get("/penyiapan/nomor/").content.decode()
    wrong = desk.post("/penyiapan/nomor/BA/", typed | {"pattern": "{urut}"})
    assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, ["pattern"])
    assert desk.post("/penyiapan/nomor/SURAT/", {"source": "EXTERNAL", "reason": "Agenda pusat"}).status_code == 302
    assert dict(NumberRule.objects.values_list("code", "source")) == {"BA": "OURS", "SURAT": "EXTERNAL"}
    assert desk.get("/penyiapan/nomor/ENTAH/").status_code == 404


def test_the_decree_forms_the_team(desk):
    chair, fixed = UserFactory(full_name="Nurhayati"), UserFactory(full_name="Teguh")
    typed = {"decree_number": "100.3.3.2/12/2026", "decree_date": "02-01-2026", "starts_on": "05-01-2026", "ends_on": "",
             "anggota-TOTAL_FORMS": "3", "anggota-INITIAL_FORMS": "0", "anggota-0-user": chair.pk, "anggota-0-seat": "FIXED",
             "anggota-1-user": fixed.pk, "anggota-1-seat": "FIXED", "anggota-1-title": "Kabag Hukum"}  # fmt: skip
    answer = desk.post("/penyiapan/tkksd/", typed)
    assert (answer.status_code, "tepat satu ketua" in answer.content.decode(), Team.objects.count()) == (422, True, 0)
    assert desk.post("/penyiapan/tkksd/", typed | {"anggota-0-seat": "CHAIR"}).status_code == 302
    assert [(m.user, m.seat) for m in Team.objects.get().members.order_by("id")] == [(chair, "CHAIR"), (fixed, "FIXED")]
    assert Holding.objects.filter(office="TKKSD").count() == 2
    assert "100.3.3.2/12/2026" in desk.get("/penyiapan/tkksd/").content.decode()


def test_parameters_and_numbers_are_marked_as_gone_through(desk, admin):
    parameters.change("days_tkksd", 21, reason="Perbup 3/2026")
    page = desk.get("/penyiapan/parameter/").content.decode()
    assert "21 hari kerja" in page and "bawaan: 14 hari kerja" in page
    for step in ("parameter", "nomor"):
        assert desk.post(f"/penyiapan/{step}/periksa/").status_code == 302
    assert sorted(StepReview.objects.values_list("step", flat=True)) == ["nomor", "parameter"]
    assert StepReview.objects.first().history.first().history_user == admin


def test_the_colour_of_the_region_reaches_the_pages(desk, client):
    assert "/akun/warna/" not in desk.get("/penyiapan/kop/").content.decode()
    desk.post("/penyiapan/kop/", KOP | {"brand_colour": "#7A1F1F"})
    assert '<link rel="stylesheet" href="/akun/warna/7a1f1f.css">' in desk.get("/penyiapan/kop/").content.decode()
    client.logout()
    sheet = client.get("/akun/warna/7a1f1f.css")
    assert sheet.content.decode().startswith(":root{--brand:#7a1f1f;--brand-strong:#5f1818;")
    assert client.get("/akun/warna/merah.css").status_code == 404
