"""A letter of ours as paragraphs: to be read on a phone before its paraf, and compared with the one before it."""

from html.parser import HTMLParser

from django.db.models import Q

from kerjasama.accounts.models import User
from kerjasama.core.word_diff import Piece, changed
from kerjasama.documents.models import Document, LetterParaf
from kerjasama.documents.rendering import render_html

BLOCKS = frozenset({"p", "h1", "h2", "h3", "li", "tr", "div", "section", "table", "ol", "ul", "dl", "body"})
CELLS = frozenset({"td", "th", "span"})
EMPTY = frozenset({"img", "br", "meta", "link", "hr", "path", "wbr"})
#: Letterhead, crest and the foot with the QR code are the same on every letter.
LEFT_OUT_TAGS, LEFT_OUT_CLASSES = frozenset({"head", "style", "script", "svg"}), frozenset({"kop", "crest", "line"})


class _Reader(HTMLParser):
    """Gathers the words of a page by block; what stands in a part that is left out is passed over."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.words, self.passing = "", 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in EMPTY:
            self.words += " "
            return
        if self.passing or _is_left_out(tag, dict(attrs)):
            self.passing += 1
        elif tag in BLOCKS:
            self._end_line()
        elif tag == "dd":
            self.words += ": "
        elif tag in CELLS:
            self.words += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in EMPTY:
            return
        if self.passing:
            self.passing -= 1
        elif tag in BLOCKS:
            self._end_line()

    def handle_data(self, data: str) -> None:
        if not self.passing:
            self.words += data

    def _end_line(self) -> None:
        line = " ".join(self.words.split())
        if line:
            self.lines.append(line)
        self.words = ""


def _is_left_out(tag: str, attributes: dict[str, str | None]) -> bool:
    named = set((attributes.get("class") or "").split())
    return tag in LEFT_OUT_TAGS or attributes.get("id") == "foot" or bool(named & LEFT_OUT_CLASSES)


def paragraphs_of(letter: Document) -> list[str]:
    """What a letter says, from its frozen facts, a line each; the file itself is what counts."""
    reader = _Reader()
    reader.feed(render_html(letter.template, letter.context))
    reader.close()
    return reader.lines


def known_before(letter: Document, user: User) -> Document | None:
    """The newest earlier letter of its kind and addressee that this person gave his paraf or sent back, or None."""
    about = {
        "subject_type": letter.subject_type_id,
        "object_id": letter.object_id,
        "kind": letter.kind,
        "title": letter.title,
    }
    earlier = Document.objects.filter(**about, pk__lt=letter.pk)
    marked = LetterParaf.objects.filter(document__in=earlier, given_by=user).values("document")
    returned = Document.history.filter(**about, status=Document.Status.ANNULLED, history_user=user).values("id")
    return earlier.filter(Q(pk__in=marked) | Q(pk__in=returned)).order_by("-pk").first()


def changes_since(before: Document, letter: Document) -> tuple[tuple[Piece, ...], ...]:
    """The paragraphs that differ, word by word."""
    return changed(paragraphs_of(before), paragraphs_of(letter))
