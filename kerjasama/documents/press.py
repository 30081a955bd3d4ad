"""The press: WeasyPrint behind one lock. Loaded by the worker only, never by the web process."""

import logging
import threading

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

#: The metrics of Bookman Old Style, which regional papers are set in.
LETTER_FONT = "URW Bookman"
FONT_PACKAGE = "fonts-urw-base35"

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


def print_pdf(html: str, identifier: bytes) -> bytes:
    """PDF/A-2u with tags; the same `html` and `identifier` give the same bytes in any process.

    Raises MissingFont when the letter font is not on this machine.
    """
    with _lock:
        paper = HTML(string=html, url_fetcher=DataOnlyFetcher()).render(
            font_config=_fonts, pdf_variant="pdf/a-2u", pdf_tags=True, pdf_identifier=identifier
        )
        pdf = paper.write_pdf(pdf_variant="pdf/a-2u", pdf_tags=True, pdf_identifier=identifier)
        families = {str(font.family) for font in paper.fonts.values()}
    if not any(LETTER_FONT in family for family in families):
        raise MissingFont(f"Huruf {LETTER_FONT} tidak terpasang: jalankan apt-get install {FONT_PACKAGE}.")
    return pdf
