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
        "word/document.xml": "<w:document/>",
        **(extra or {}),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            if name not in drop:
                package.writestr(name, content)
    return held.getvalue()


def outside(kind):
    target = 'Target="http://h/t.dotm" TargetMode="External"'
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
