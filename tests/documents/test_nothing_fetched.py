"""Whatever is typed, drawn or uploaded: a paper is made of what we hold, and nothing outside is ever asked for it."""

import io
import re
import socket
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from docx import Document as Word

from agreements import docx_in
from kerjasama.accounts.models.government import check_emblem
from kerjasama.documents import press, rendering
from tests.core import hostile_files as hostile
from tests.documents import samples
from tests.support import word

#: What an attacker types into a title, a name, an address, a reason, a clause.
TYPED = (
    '<img src="file:///etc/passwd">',
    "<img src=http://169.254.169.254/latest/meta-data/>",
    '"><link rel=stylesheet href=//h.example/x.css>',
    "' onload='x",
    "</style><style>@import url(http://h.example/x.css);</style>",
    "]]></title><script src=//h.example/x.js></script>",
    "{{ kop.government }}{% include '/etc/passwd' %}",
    "url(http://h.example/x) expression(1) \\75rl(file:///etc/passwd)",
    "<svg><use href='http://h.example/x.svg#a'/></svg><object data=file:///etc/passwd>",
    "&lt;iframe src=file:///etc/passwd&gt; &#60;base href=//h.example/&#62;",
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
DRAWN = {
    "picture": SVG.format('<image href="http://127.0.0.1:9/x.png" width="9" height="9"/>'),
    "old-picture": SVG.format('<image xlink:href="file:///etc/passwd" width="9" height="9"/>'),
    "use": SVG.format('<use href="http://127.0.0.1:9/x.svg#a"/>'),
    "use-file": SVG.format('<use href="file:///etc/passwd#a"/>'),
    "import": SVG.format("<style>@import url(http://127.0.0.1:9/x.css); * {fill: url(file:///etc/passwd)}</style><path d='M0 0'/>"),
    "paint": SVG.format("<path d='M0 0h9v9z' fill='url(http://127.0.0.1:9/x.svg#a)'/>"),
    "script": SVG.format("<script href='http://127.0.0.1:9/x.js'>1</script><path d='M0 0h9v9z'/>"),
    "hidden-script": '<svg xmlns="http://www.w3.org/2000/svg" xmlns:s="http://www.w3.org/2000/svg"><s:script>1</s:script></svg>',
    "foreign": SVG.format("<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='http://127.0.0.1:9/'/></foreignObject>"),
    "other-language": '<svg xmlns="http://www.w3.org/2000/svg"><h:iframe xmlns:h="http://www.w3.org/1999/xhtml"/></svg>',
    "entity": '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + SVG.format("<text>&x;</text>"),
    "laughs": '<!DOCTYPE svg [<!ENTITY a "hahahaha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 9)) + "]>" + SVG.format("<text>&a8;</text>"),
    "sheet": '<?xml-stylesheet href="http://127.0.0.1:9/x.css"?>' + SVG.format("<path d='M0 0'/>"),
    "deep": SVG.format("<g>" * 5000 + "</g>" * 5000),
    "broken": SVG.format("<path d='M0 0'>"),
}  # fmt: skip


class Asked(list):
    """What was asked of the network, and which addresses of papers were refused."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[Asked]:
    """No connection leaves and no name is looked up: an attempt is written down and fails."""
    found = Asked()

    def refused(*arguments: Any, **_: Any) -> Any:
        found.append(arguments)
        raise OSError("no network here")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refused)
    for name in ("getaddrinfo", "create_connection", "gethostbyname"):
        monkeypatch.setattr(socket, name, refused)
    yield found


def hostile_copy(value: Any, more: str) -> Any:
    """The facts of a paper with something typed behind every sentence; single words may be codes and stay."""
    if isinstance(value, Mapping):
        return {
            k: v if k in {"lambang", "emblems", "regional", "specimen"} else hostile_copy(v, more)
            for k, v in value.items()
        }
    if isinstance(value, list | tuple):
        return type(value)(hostile_copy(one, more) for one in value)
    return f"{value} {more}" if isinstance(value, str) and " " in value else value


class Skeleton(HTMLParser):
    """The elements of a page with their attributes, without any words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...], str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = dict(attributes)
        leads = " ".join(str(named[name]) for name in ("src", "href", "style", "data", "rel") if name in named)
        self.found.append((tag, tuple(named), leads))


@pytest.mark.parametrize("code", samples.SAMPLES)
def test_typed_text_adds_nothing_to_a_page_but_words(code: str) -> None:
    facts = samples.SAMPLES[code]()
    plain = Skeleton(rendering.render_html(code, hostile_copy(facts, "aman"))).found
    assert Skeleton(rendering.render_html(code, hostile_copy(facts, " ".join(TYPED)))).found == plain
    # The width of a column leads nowhere.
    leading = (leads for _, _, leads in plain if leads and not re.fullmatch(r"width:[0-9.]+%", leads))
    assert [leads for leads in leading if not leads.startswith("data:")] == []


@pytest.mark.parametrize("code", ["surat_permohonan", "perjanjian_kerja_sama", "keputusan_kdh"])
def test_a_printed_paper_asks_for_nothing(code: str, asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted: list[str] = []
    fetch = press.DataOnlyFetcher.fetch
    monkeypatch.setattr(
        press.DataOnlyFetcher, "fetch", lambda self, url, *a, **k: (wanted.append(url), fetch(self, url, *a, **k))[1]
    )
    pdf = rendering.render_pdf(code, hostile_copy(samples.SAMPLES[code](), " ".join(TYPED[:4])))
    assert ([url for url in wanted if not url.startswith("data:")], list(asked)) == ([], [])
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        assert len(paper.pages) >= 1


@pytest.mark.parametrize("drawing", [pytest.param(svg, id=name) for name, svg in DRAWN.items()])
def test_an_emblem_that_does_more_than_draw_does_not_come_in(drawing: str) -> None:
    with pytest.raises(ValidationError, match="Gunakan SVG sederhana"):
        check_emblem(drawing)


@pytest.mark.parametrize(
    "drawing", [pytest.param(svg, id=n) for n, svg in DRAWN.items() if n not in {"deep", "laughs"}]
)
def test_an_emblem_that_had_come_in_would_still_fetch_nothing(drawing: str, asked: Asked) -> None:
    letter = samples.willingness()
    letter["kop"] = letter["kop"] | {"lambang": drawing}
    pdf = rendering.render_pdf("surat_kesediaan", letter)
    assert (list(asked), b"root:x:0" in pdf) == ([], False)


def test_a_file_named_in_a_drawing_is_not_read(tmp_path: Path, asked: Asked) -> None:
    """The same drawing shows the picture when it is given as data, so this would be seen."""
    red = hostile.image("PNG")
    (tmp_path / "rahasia.png").write_bytes(red)

    def pictures(address: str) -> int:
        letter = samples.willingness()
        letter["kop"] = letter["kop"] | {"lambang": SVG.format(f'<image href="{address}" width="9" height="9"/>')}
        with pikepdf.open(io.BytesIO(rendering.render_pdf("surat_kesediaan", letter))) as paper:
            return sum(
                1 for held in paper.objects if isinstance(held, pikepdf.Stream) and held.get("/Subtype") == "/Image"
            )

    before = pictures("")
    shown = pictures("data:image/png;base64," + b64encode(red).decode())
    assert (shown > before, pictures((tmp_path / "rahasia.png").as_uri()), list(asked)) == (True, before, [])


@pytest.mark.parametrize(
    "make",
    [
        lambda: hostile.docx(
            {"word/document.xml": hostile.document_xml(hostile.field('INCLUDEPICTURE "http://h/x" '))}
        ),
        lambda: hostile.docx(
            {"word/_rels/document.xml.rels": hostile.RELATIONS.format(inside=hostile.outside("image"))}
        ),
        lambda: hostile.docx(
            {
                "word/document.xml": '<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]>'
                + hostile.document_xml("<w:r><w:t>&a;</w:t></w:r>")
            }
        ),
    ],
    ids=["field", "relation", "entity"],
)
def test_reading_a_word_file_asks_for_nothing(make: Callable[[], bytes], asked: Asked) -> None:
    """Also when the door before it had let the file pass."""
    with pytest.raises(Exception, match="dapat dibaca|Tidak ada pasal"):
        docx_in.read(make())
    assert list(asked) == []


def test_a_good_word_file_is_read_without_the_network(asked: Asked) -> None:
    file = word.typed("Pasal 1", "OBJEK", '<img src="file:///etc/passwd"> http://h.example/')
    assert docx_in.read(file).clauses[0].paragraphs == ('<img src="file:///etc/passwd"> http://h.example/',)
    assert (len(Word(io.BytesIO(file)).paragraphs), list(asked)) == (3, [])
