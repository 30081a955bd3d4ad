import hashlib

import pytest
from pikepdf import Array, Dictionary, Encryption, Name, ObjectStreamMode, String

from kerjasama.core import parameters, upload_pdf, uploads
from kerjasama.core.errors import UploadRefused
from tests.core import hostile_files as hostile
from tests.factories.documents import pdf_bytes, upload

pytestmark = pytest.mark.django_db
ALL = ("pdf", "docx", "xlsx", "png", "jpg")
XLSX_TYPES = hostile.CONTENT_TYPES.replace("/word/document.xml", "/xl/workbook.xml").replace(
    "wordprocessingml.document.{main}", "spreadsheetml.sheet.main"
)


def words(value):
    """The sentence is the name of a case; its bytes are not."""
    return value if isinstance(value, str) else ""


def refusal(content, name="surat.pdf", allowed=("pdf",), **options):
    content = content() if callable(content) else content
    with pytest.raises(UploadRefused) as caught:
        uploads.inspect(upload(content, name), allowed=allowed, **options)
    assert caught.value.detail.endswith(".")
    return caught.value.message


def test_a_good_pdf_is_described_and_left_at_its_start():
    content = pdf_bytes(pages=3)
    given = upload(content, "Surat Permohonan (final).PDF")
    seen = uploads.inspect(given)
    assert seen == uploads.Inspected(
        "Surat Permohonan (final).PDF", "pdf", "application/pdf", len(content), hashlib.sha256(content).hexdigest(), 3
    )
    assert given.read() == content


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.docx", hostile.docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.docx", hostile.docx(relations=hostile.outside("hyperlink")), uploads.CONTENT_TYPES["docx"]),
        (
            "a.docx",
            hostile.docx({"word/document.xml": hostile.document_xml(hostile.field('HYPERLINK "http://h" ', "PAGE "))}),
            uploads.CONTENT_TYPES["docx"],
        ),
        (
            "a.xlsx",
            hostile.docx({"[Content_Types].xml": XLSX_TYPES, "xl/workbook.xml": "<w/>"}, drop=["word/document.xml"]),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        ("a.png", hostile.image("PNG"), "image/png"),
        ("a.jpg", hostile.image("JPEG"), "image/jpeg"),
        ("a.jpeg", hostile.image("JPEG"), "image/jpeg"),
    ],
    ids=words,
)
def test_other_good_files(name, content, kind):
    seen = uploads.inspect(upload(content, name), allowed=ALL)
    assert (seen.content_type, seen.size, seen.pages) == (kind, len(content), None)


@pytest.mark.parametrize(
    "change",
    [
        hostile.root(OpenAction=Array([0, Name.Fit])),
        hostile.root(OpenAction=Dictionary(S=Name.GoTo, D=Array([0, Name.Fit]))),
        hostile.annotated(A=Dictionary(S=Name.URI, URI="https://wanasari.example")),
        hostile.root(AA=Dictionary()),
    ],
    ids=["place", "goto", "link", "empty-actions"],
)
def test_what_ordinary_programs_write_is_no_trap(change):
    assert uploads.inspect(upload(hostile.pdf_with(change))).pages == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Berkas ini kosong."),
        (b"<html><script>alert(1)</script></html>", "Isi berkas ini bukan PDF, walaupun namanya berakhir dengan .pdf."),
        (b"MZ\x90\x00", "Isi berkas ini bukan PDF, walaupun namanya berakhir dengan .pdf."),
        (hostile.docx(), "Isi berkas ini bukan PDF, walaupun namanya berakhir dengan .pdf."),
        (b"<html>" + pdf_bytes(), "PDF ini didahului isi lain."),
        (pdf_bytes() + b"<script>1</script>", "PDF ini diikuti isi lain sesudah akhir dokumennya."),
        (hostile.zip_after(pdf_bytes()), "PDF ini diikuti isi lain sesudah akhir dokumennya."),
        (hostile.zip_inside_pdf(), "PDF ini diikuti isi lain sesudah akhir dokumennya."),
        (pdf_bytes()[:-300], "PDF ini rusak atau terpotong."),
        (pdf_bytes()[:400] + b"\n%%EOF\n", "PDF ini rusak atau terpotong."),
        (b"%PDF-1.7\n%%EOF\n", "PDF ini rusak atau terpotong."),
        (
            hostile.pdf_with(lambda pdf: None, encryption=Encryption(owner="a", user="b")),
            "PDF ini terkunci dengan kata sandi.",
        ),
        (
            hostile.pdf_with(lambda pdf: None, encryption=Encryption(owner="a", user="")),
            "PDF ini terkunci dengan kata sandi.",
        ),
        (hostile.pdf_with(hostile.root(OpenAction=hostile.script())), "PDF ini memuat skrip."),
        (hostile.pdf_with(hostile.annotated(A=hostile.script())), "PDF ini memuat skrip."),
        (hostile.pdf_with(hostile.loose_script), "PDF ini memuat skrip."),
        (hostile.pdf_with(hostile.root(AcroForm=Dictionary(XFA=Array([])))), "PDF ini memuat skrip."),
        (
            hostile.pdf_with(hostile.root(OpenAction=hostile.action("Launch", F="calc.exe"))),
            "PDF ini memuat perintah yang berjalan sendiri saat dibuka.",
        ),
        (
            hostile.pdf_with(hostile.root(OpenAction=hostile.action("URI", URI="http://x"))),
            "PDF ini memuat perintah yang berjalan sendiri saat dibuka.",
        ),
        (
            hostile.pdf_with(hostile.annotated(A=hostile.action("SubmitForm"))),
            "PDF ini memuat perintah yang berjalan sendiri saat dibuka.",
        ),
        (
            hostile.pdf_with(hostile.root(AA=Dictionary(WC=hostile.action("URI", URI="http://x")))),
            "PDF ini memuat perintah yang berjalan sendiri saat dibuka.",
        ),
        (hostile.pdf_with(hostile.attached), "PDF ini memuat berkas lain di dalamnya."),
        (hostile.pdf_with(hostile.embedded_stream), "PDF ini memuat berkas lain di dalamnya."),
        (
            hostile.pdf_with(
                hostile.root(
                    OpenAction=Dictionary(
                        S=Name.GoTo, D=Array([0, Name.Fit]), Next=hostile.action("URI", URI="http://x")
                    )
                )
            ),
            "PDF ini memuat perintah yang berjalan sendiri saat dibuka.",
        ),
        (
            hostile.pdf_with(hostile.annotated(A=hostile.action("GoToR", F=String("\\\\h\\s\\a.pdf"), D=Array([0])))),
            "PDF ini memuat perintah yang berjalan sendiri saat dibuka.",
        ),
        (hostile.pdf_with(hostile.root(Tiga=Dictionary(OnInstantiate=Array([])))), "PDF ini memuat skrip."),
        (
            hostile.pdf_with(hostile.fetching_stream(F=Dictionary(FS=Name.URL, F=String("http://x")))),
            "PDF ini mengambil isi dari tempat lain saat dibuka.",
        ),
        (
            hostile.pdf_with(hostile.fetching_stream(Subtype=Name.Form, Ref=Dictionary(F=String("lain.pdf"), Page=0))),
            "PDF ini mengambil isi dari tempat lain saat dibuka.",
        ),
        (
            hostile.pdf_with(hostile.fetching_stream(Subtype=Name.Image, OPI=Dictionary())),
            "PDF ini mengambil isi dari tempat lain saat dibuka.",
        ),
        (b" " * 2048 + pdf_bytes(), "Isi berkas ini bukan PDF, walaupun namanya berakhir dengan .pdf."),
        (pdf_bytes().replace(b"startxref\n", b"startxref\n9"), "PDF ini rusak atau terpotong."),
    ],
    ids=words,
)
def test_pdf_traps(content, sentence):
    assert refusal(content) == sentence


def test_a_script_in_a_compressed_part_is_found_too():
    hidden = hostile.pdf_with(hostile.loose_script, object_stream_mode=ObjectStreamMode.generate)
    assert b"JavaScript" not in hidden
    assert refusal(hidden) == "PDF ini memuat skrip."


def test_a_pdf_without_pages():
    def empty(pdf):
        del pdf.pages[0]

    assert refusal(hostile.pdf_with(empty)) == "PDF ini tidak mempunyai halaman."


def test_a_swelling_pdf_costs_the_site_nothing():
    content = hostile.swelling_object_stream()
    assert len(content) < 5 * 2**20
    assert refusal(content) in {"PDF ini terlalu rumit untuk diperiksa.", "PDF ini rusak atau terpotong."}


def test_a_pdf_that_names_one_page_without_end_is_no_paper():
    content = hostile.pdf_with(hostile.one_page_many_times)
    assert len(content) < 50_000
    assert refusal(content) == "PDF ini rusak atau terpotong."


def test_a_pdf_longer_than_any_paper_of_an_office():
    assert refusal(pdf_bytes(pages=5_001)) == "PDF ini memuat lebih dari 5.000 halaman."


def test_a_count_that_lies_is_not_believed():
    try:
        assert uploads.inspect(upload(hostile.claims_a_million_pages())).pages == 1
    except UploadRefused as refused:
        assert refused.message == "PDF ini rusak atau terpotong."


@pytest.mark.parametrize(
    ("content", "opens"),
    [
        (pdf_bytes, True),
        (lambda: hostile.pdf_with(hostile.loose_script), True),
        (hostile.swelling_object_stream, False),
        (lambda: b"%PDF-1.7 bukan", False),
    ],
    ids=["good", "script", "swelling", "damaged"],
)
def test_a_file_that_is_not_kept_is_only_asked_whether_it_can_be_read(content, opens):
    assert upload_pdf.opens(content()) is opens


def test_the_size_is_a_parameter_of_the_region():
    parameters.change("upload_max_mb", 1, reason="uji")
    assert refusal(b"%PDF-" + b"0" * 2**20) == "Berkas lebih besar dari batas 1 MB."
    assert refusal(b"%PDF-" + b"0" * 2**20, max_bytes=2**19) == "Berkas lebih besar dari batas 0,5 MB."


def test_a_size_that_lies_is_measured_again():
    given = upload(b"%PDF-" + b"0" * 100)
    given.size = 3
    with pytest.raises(UploadRefused, match="lebih besar dari batas"):
        uploads.inspect(given, max_bytes=50)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("surat.exe", "Nama berkas memuat akhiran program atau halaman web."),
        ("surat.pdf.exe", "Nama berkas memuat akhiran program atau halaman web."),
        ("surat.html.pdf", "Nama berkas memuat akhiran program atau halaman web."),
        ("surat.php5.pdf", "Nama berkas memuat akhiran program atau halaman web."),
        ("surat\u202efdp.exe.pdf", "Nama berkas memuat tanda tersembunyi atau tidak lengkap."),
        ("surat\x00.pdf", "Nama berkas memuat tanda tersembunyi atau tidak lengkap."),
        ("surat\r\nX: 1.pdf", "Nama berkas memuat tanda tersembunyi atau tidak lengkap."),
        (".pdf", "Nama berkas memuat tanda tersembunyi atau tidak lengkap."),
        ("..\\..\\surat.pdf", "Nama berkas memuat tanda untuk folder."),
        ("C:surat.pdf", "Nama berkas memuat tanda untuk folder."),
        ("a" * 200 + ".pdf", "Nama berkas lebih dari 150 huruf."),
        ("surat", "Berkas “surat” bukan berkas yang diterima di sini."),
        ("surat.docx", "Berkas “surat.docx” bukan berkas yang diterima di sini."),
    ],
)
def test_names_that_mislead(name, sentence):
    given = upload()
    # As a client could send it: Django's own setter would already have cut the folders off.
    given._name = name
    with pytest.raises(UploadRefused) as caught:
        uploads.inspect(given)
    assert caught.value.message == sentence


def test_names_are_kept_in_one_spelling():
    assert uploads.clean_name("cafe\u0301 rapat.pdf") == "caf\u00e9 rapat.pdf"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.png", hostile.pixel_bomb, "Gambar ini mempunyai terlalu banyak piksel."),
        ("a.png", hostile.image("PNG")[:-20], "Gambar ini rusak atau terpotong."),
        ("a.jpg", hostile.image("JPEG")[:-60], "Gambar ini rusak atau terpotong."),
        ("a.png", hostile.zip_after(hostile.image("PNG")), "Gambar ini diikuti isi lain sesudah akhir gambarnya."),
        ("a.png", hostile.png_with_a_page_inside(), "Gambar ini diikuti isi lain sesudah akhir gambarnya."),
        ("a.jpg", hostile.image("PNG"), "Isi berkas ini bukan gambar JPG, walaupun namanya berakhir dengan .jpg."),
    ],
    ids=words,
)
def test_image_traps(name, content, sentence):
    assert refusal(content, name, ALL) == sentence


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (hostile.docx({"word/vbaProject.bin": b"x"}), "Dokumen ini memuat makro."),
        (hostile.docx({"[Content_Types].xml": "macroEnabled"}), "Dokumen ini memuat makro."),
        (hostile.docx({"word/activeX/activeX1.xml": "x"}), "Dokumen ini memuat makro."),
        (hostile.docx({"word/embeddings/oleObject1.bin": b"x"}), "Dokumen ini memuat berkas lain di dalamnya."),
        (
            hostile.docx(relations=hostile.outside("attachedTemplate")),
            "Dokumen ini mengambil isi dari tempat lain saat dibuka.",
        ),
        (hostile.docx(relations=hostile.outside("image")), "Dokumen ini mengambil isi dari tempat lain saat dibuka."),
        (lambda: hostile.docx({"word/a.xml": b"0" * 7_000_000}), "Dokumen ini membengkak saat dibuka."),
        (hostile.docx({f"word/{n}.xml": b"" for n in range(3100)}), "Dokumen ini membengkak saat dibuka."),
        (hostile.docx({"../../etc/x": b"x"}), "Dokumen ini rusak atau tidak disusun sebagaimana mestinya."),
        (hostile.docx(drop=["word/document.xml"]), "Isi berkas ini bukan dokumen DOCX."),
        (
            hostile.docx({"word/_rels/document.xml.rels": '<!DOCTYPE x [<!ENTITY a "b">]>'}),
            "Dokumen ini rusak atau tidak disusun sebagaimana mestinya.",
        ),
        (
            hostile.docx(relations=hostile.outside("image", "Target='x' TargetMode='&#69;xternal'")),
            "Dokumen ini mengambil isi dari tempat lain saat dibuka.",
        ),
        (
            hostile.docx(relations=hostile.outside("oleObject", 'Target="x" TargetMode="External" Nama="/hyperlink"')),
            "Dokumen ini mengambil isi dari tempat lain saat dibuka.",
        ),
        (
            hostile.docx(
                {
                    "word/_rels/document.xml.rels": '<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/'
                    'relationships"><p:Relationship Type="x/image" TargetMode="External" Target="x"/></p:Relationships>'
                }
            ),
            "Dokumen ini mengambil isi dari tempat lain saat dibuka.",
        ),
        (
            hostile.docx({"word/document.xml": hostile.document_xml(hostile.field("DDE", "AUTO c:\\x.exe "))}),
            "Dokumen ini mengambil isi dari tempat lain saat dibuka.",
        ),
        (
            hostile.docx({"word/footer1.xml": hostile.document_xml(hostile.field('INCLUDEPICTURE "http://h/x.png" '))}),
            "Dokumen ini mengambil isi dari tempat lain saat dibuka.",
        ),
        (
            hostile.docx(
                {"word/document.xml": hostile.document_xml('<w:fldSimple w:instr="INCLUDETEXT c:/rahasia"/>')}
            ),
            "Dokumen ini mengambil isi dari tempat lain saat dibuka.",
        ),
        (hostile.docx({"word/media/dalam.docx": hostile.docx()}), "Dokumen ini memuat berkas lain di dalamnya."),
        (hostile.docx({"word/sisipan.zip": hostile.docx()}), "Dokumen ini memuat berkas lain di dalamnya."),
        (hostile.docx({"word/afchunk.mht": "x"}), "Dokumen ini memuat berkas lain di dalamnya."),
        (
            hostile.docx(
                {
                    "[Content_Types].xml": hostile.CONTENT_TYPES.format(main="main")
                    + "<!-- application/vnd.ms-office.vbaProject -->"
                }
            ),
            "Dokumen ini memuat makro.",
        ),
        (hostile.text_bomb, "Dokumen ini membengkak saat dibuka."),
        (hostile.docx()[:-30], "Dokumen ini rusak atau tidak disusun sebagaimana mestinya."),
        (hostile.docx() + b"<script>", "Dokumen ini digabung dengan isi lain."),
        (b"PK\x03\x04" + hostile.docx(), "Dokumen ini digabung dengan isi lain."),
    ],
    ids=words,
)
def test_office_traps(content, sentence):
    assert refusal(content, "a.docx", ALL) == sentence


def test_the_same_bytes_are_opened_once(monkeypatch):
    asked = []
    monkeypatch.setattr(upload_pdf, "_known", {})
    monkeypatch.setattr(upload_pdf, "_asked", lambda content: asked.append(len(content)) or {"pages": 2})
    content = pdf_bytes(pages=2, mark="sekali")
    assert [uploads.inspect(upload(content, name)).pages for name in ("a.pdf", "b.pdf")] == [2, 2]
    assert asked == [len(content)]


def test_a_probe_that_came_to_no_end_is_asked_again(monkeypatch):
    answers = [None, {"pages": 1}]
    monkeypatch.setattr(upload_pdf, "_known", {})
    monkeypatch.setattr(upload_pdf, "_asked", lambda content: answers.pop(0))
    content = pdf_bytes(mark="lambat")
    assert refusal(content) == "PDF ini terlalu rumit untuk diperiksa."
    assert uploads.inspect(upload(content)).pages == 1
