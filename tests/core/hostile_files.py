"""Files that must not come in, made by hand."""

import io
import struct
import zipfile
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image

from tests.factories.documents import pdf_bytes

CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.{main}+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "{inside}</Relationships>"
)


def pdf_with(change, **options):
    """A PDF after `change(pdf)`."""
    with pikepdf.open(io.BytesIO(pdf_bytes())) as pdf:
        change(pdf)
        held = io.BytesIO()
        pdf.save(held, **options)
    return held.getvalue()


def root(**entries):
    """A change that sets entries of the document catalogue."""

    def change(pdf):
        for key, value in entries.items():
            pdf.Root[f"/{key}"] = value

    return change


def action(kind, **more):
    return Dictionary(S=Name(f"/{kind}"), **more)


def script():
    return action("JavaScript", JS=String("app.alert(1)"))


def annotated(**entries):
    """A change that puts one annotation with an action on the first page."""

    def change(pdf):
        pdf.pages[0].obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], **entries)])

    return change


def attached(pdf):
    pdf.attachments["jahat.exe"] = b"MZ"


def loose_script(pdf):
    """No page leads to it, yet it is there."""
    pdf.Root.Kosong = pdf.make_indirect(Dictionary(Isi=Array([Dictionary(Dalam=script())])))


def swelling_object_stream():
    """Inflates to 3 GB the moment a reader looks for its objects."""
    packer = zlib.compressobj(9)
    start = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    # After a full flush a block stands alone, so one of them can be repeated.
    block = packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    body = start + block * 3000
    head = b"%PDF-1.5\n"
    packed = b"4 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length " + str(len(body)).encode()
    packed += b">>stream\n" + body + b"\nendstream\nendobj\n"
    entries = [0, 0, 0, 2, 4, 0, 0, 0, 0, 0, 0, 0, 1, len(head), 0, 1, len(head) + len(packed), 0]
    table = struct.pack(">" + "BIB" * 6, *entries)
    index = b"5 0 obj\n<</Type/XRef/Size 6/W[1 4 1]/Root 1 0 R/Length " + str(len(table)).encode()
    index += b">>stream\n" + table + b"\nendstream\nendobj\n"
    return head + packed + index + b"startxref\n" + str(len(head) + len(packed)).encode() + b"\n%%EOF\n"


def image(kind="PNG", size=(20, 10)):
    held = io.BytesIO()
    Image.new("RGB", size, "white").save(held, kind)
    return held.getvalue()


def pixel_bomb():
    """A PNG of 9,000 by 9,000 in a few kilobytes."""
    held = io.BytesIO()
    Image.new("1", (9_000, 9_000)).save(held, "PNG", optimize=True)
    return held.getvalue()


def docx(extra=None, *, main="main", relations="", drop=()):
    """A minimal DOCX; `extra` adds parts by name."""
    parts = {
        "[Content_Types].xml": CONTENT_TYPES.format(main=main),
        "_rels/.rels": RELATIONS.format(inside=relations),
        "word/document.xml": document_xml(""),
        **(extra or {}),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            if name not in drop:
                package.writestr(name, content)
    return held.getvalue()


def document_xml(inside):
    """The main part with these runs in its only paragraph."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:document xmlns:w="{space}"><w:body><w:p>{inside}</w:p></w:body></w:document>'


def field(*torn):
    """A field whose instruction is torn over as many runs."""
    told = "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in torn)
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{told}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def outside(kind, target='Target="http://h/t.dotm" TargetMode="External"'):
    return f'<Relationship Id="r1" Type="http://x/relationships/{kind}" {target}/>'


def zip_after(content):
    """The same bytes with a zip hung on."""
    return content + docx()


def zip_inside_pdf():
    """A PDF that ends like a PDF, with a zip whose comment is that ending."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("a.txt", "a")
        package.comment = b"\n%%EOF\n"
    return pdf_bytes() + held.getvalue()


def embedded_stream(pdf):
    pdf.Root.Simpanan = pdf.make_indirect(Stream(pdf, b"MZ", Type=Name.EmbeddedFile))


def fetching_stream(**entries):
    """A change that puts in a stream whose bytes, or whose page, lie elsewhere."""

    def change(pdf):
        pdf.Root.Luar = pdf.make_indirect(Stream(pdf, b"", **entries))

    return change


def one_page_many_times(pdf):
    """A few kilobytes that claim a hundred thousand pages: a tree that names one page over and over."""
    page = pdf.pages[0].obj
    leaf = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=100, Kids=Array([page] * 100)))
    middle = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=10_000, Kids=Array([leaf] * 100)))
    pdf.Root.Pages = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=100_000, Kids=Array([middle] * 10)))


def claims_a_million_pages():
    """One page, and a count that lies about it."""

    def change(pdf):
        pdf.Root.Pages.Count = 1_000_000

    return pdf_with(change)


def png_with_a_page_inside():
    """Ends as a PNG must, with a page of the web between the picture and that ending."""
    picture = image("PNG")
    return picture + b"<script>alert(1)</script>" + picture[-12:]


def text_bomb():
    """A main part that is torn into a million paragraphs, each with a little noise so that it packs badly."""
    inside = "".join(f'<w:p w:rsidR="{n * 2654435761 % 2**32:08X}"/>' for n in range(400_000))
    return docx({"word/document.xml": document_xml(f"</w:p>{inside}<w:p>")})
