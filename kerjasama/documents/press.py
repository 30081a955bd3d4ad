"""The press: WeasyPrint behind one lock. Loaded by the worker only, never by the web process."""

import logging
import threading
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import pydyf
from weasyprint import CSS, HTML, Attachment
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from kerjasama.documents.catchwords import rules, words_over

#: The metrics of Bookman Old Style, which regional papers are set in.
LETTER_FONT = "URW Bookman"
FONT_PACKAGE = "fonts-urw-base35"
#: The file inside a paper; `core.pdf_probe` lets no other pass.
DATA_NAME = "data.json"

# A font configuration per paper leaks memory; rendering is CPU-bound, so free threads gain nothing.
_fonts = FontConfiguration()
_lock = threading.Lock()
# Ten lines of progress per paper help nobody; its warnings stay.
logging.getLogger("weasyprint.progress").setLevel(logging.WARNING)


class ForbiddenAddress(ValueError):
    """A paper asked for something outside itself."""


class MissingFont(RuntimeError):
    """The letter font is not installed; without it a paper would silently come out in another face."""


class DataOnlyFetcher(URLFetcher):
    """Serves data: addresses and nothing else: no file, no network."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The bytes inside a data: address. Raises ForbiddenAddress for any other."""
        if not url.lower().startswith("data:"):
            raise ForbiddenAddress(f"not fetched: {url[:80]}")
        return super().fetch(url, headers)


@dataclass(frozen=True, slots=True)
class Enclosed:
    """Data that travels inside a paper, and the day of the paper."""

    content: bytes
    dated: date


def print_pdf(html: str, identifier: bytes, enclosed: Enclosed | None = None, *, catchwords: bool = False) -> bytes:
    """PDF/A-2u with tags, or PDF/A-3u with `enclosed` as its data.json; the same input gives the same bytes in any process.

    With `catchwords` each page names the first word of the next; only a paper of several pages is laid out twice for it.
    Raises MissingFont when the letter font is not on this machine.
    """
    options = {
        "pdf_variant": "pdf/a-3u" if enclosed else "pdf/a-2u", "pdf_tags": True, "pdf_identifier": identifier,
        "attachments": [_attachment(enclosed)] if enclosed else None,
    }  # fmt: skip
    with _lock:
        paper = _laid_out(html, options, catchwords=catchwords)
        pdf = paper.write_pdf(finisher=_name_attachments_once, **options)
        families = {str(font.family) for font in paper.fonts.values()}
    if not any(LETTER_FONT in family for family in families):
        raise MissingFont(f"Huruf {LETTER_FONT} tidak terpasang: jalankan apt-get install {FONT_PACKAGE}.")
    return pdf


def _laid_out(html: str, options: dict[str, Any], *, catchwords: bool) -> Document:
    page = HTML(string=html, url_fetcher=DataOnlyFetcher())
    paper = page.render(font_config=_fonts, **options)
    words = words_over(paper.pages) if catchwords else {}
    if not words:
        return paper
    sheet = CSS(string=rules(words, paper.pages), font_config=_fonts)
    return page.render(font_config=_fonts, stylesheets=[sheet], **options)


def _attachment(enclosed: Enclosed) -> Attachment:
    """The data as a file inside the PDF, of the day of the paper: never of the clock."""
    day = datetime.combine(enclosed.dated, time())
    return Attachment(
        file_obj=BytesIO(enclosed.content), name=DATA_NAME, description="Data dokumen", relationship="Data",
        created=day, modified=day,
    )  # fmt: skip


def _name_attachments_once(_: Any, pdf: pydyf.PDF) -> None:
    """WeasyPrint 70 lists an attachment twice among the associated files; a reader would show it twice."""
    listed = pdf.catalog.get("AF")
    if listed:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(listed))
