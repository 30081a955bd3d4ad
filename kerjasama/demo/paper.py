"""A small, plain PDF that stands for a scan of somebody else's paper in the story."""

import io

from pikepdf import Dictionary, Name, Pdf


def small_pdf(told: str) -> bytes:
    """One A4 page with a few words on it; the same words give the same bytes."""
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    page.Resources = Dictionary(Font=Dictionary(F1=font))
    lines = ["Contoh pindaian (peragaan)", *[told[i : i + 80] for i in range(0, len(told), 80)]]
    words = "".join(f"({_escape(line)}) Tj 0 -22 Td " for line in lines)
    page.Contents = pdf.make_stream(f"BT /F1 13 Tf 60 760 Td {words}ET".encode("cp1252", "replace"))
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _escape(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
