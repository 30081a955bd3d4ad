"""The look holds: nothing inline, documented components, known icons, pages that stay light."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines
from django.template.loader import render_to_string

from kerjasama.core.icons import ICONS

TEMPLATES = settings.BASE_DIR / "templates"
STATIC = settings.BASE_DIR / "static"
# Papers are printed by WeasyPrint from templates of their own; no browser reads them.
PAPERS = {"letters", "documents", "emails", "naskah"}
KILOBYTE = 1024
SITE_CSS = ("tokens.css", "base.css", "components.css", "pages.css", "palette.css", "print.css")
INLINE = {
    "style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "style element": re.compile(r"<style[\s>]", re.IGNORECASE),
    "inline script": re.compile(r"<script(?![^>]*\bsrc=)[^>]*>", re.IGNORECASE),
    "event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "htmx that needs eval": re.compile(r"hx-on[:=-]|hx-vars|[\"']js:|hx-trigger=\"[^\"]*\["),
    "javascript address": re.compile(r"javascript:", re.IGNORECASE),
}


def pages() -> list[Path]:
    found = (path for path in TEMPLATES.rglob("*.html"))
    return sorted(p for p in found if not PAPERS & set(p.relative_to(TEMPLATES).parts))


def named(paths: list[Path]) -> list:
    return [pytest.param(path, id=str(path.relative_to(TEMPLATES))) for path in paths]


def gzipped(paths: list[Path]) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)


@pytest.mark.parametrize("path", named(pages()))
def test_nothing_is_inline(path):
    text = path.read_text()
    assert [kind for kind, pattern in INLINE.items() if pattern.search(text)] == []


@pytest.mark.parametrize("path", named(pages()))
def test_template_compiles(path):
    engines["django"].get_template(str(path.relative_to(TEMPLATES)))


@pytest.mark.parametrize("path", named(sorted((TEMPLATES / "components").rglob("*.html"))))
def test_component_opens_with_its_variables(path):
    assert re.match(r"(\{% load [a-z_ ]+ %\})?\{% comment %\}", path.read_text())


def test_every_icon_named_in_a_template_is_drawn():
    names = {n for page in pages() for n in re.findall(r"{% icon \"([a-z-]+)\"", page.read_text())}
    names |= {n for page in pages() for n in re.findall(r"icon=\"([a-z-]+)\"", page.read_text())}
    assert names - set(ICONS) == set()


def test_styles_of_a_page_stay_light():
    # All sheets together; what a page weighs in all (150 KB) is measured in a browser (journeys/test_pages.py).
    assert gzipped([STATIC / "css" / name for name in SITE_CSS]) < 20 * KILOBYTE


def test_styles_of_the_admin_stay_light():
    assert gzipped([STATIC / "css" / name for name in ("tokens.css", "admin-theme.css", "palette.css")]) < 5 * KILOBYTE


def test_scripts_of_a_page_stay_light():
    htmx = Path(__import__("django_htmx").__file__).parent / "static/django_htmx/htmx-2.min.js"
    assert gzipped([*sorted((STATIC / "js").glob("*.js")), htmx]) < 40 * KILOBYTE


def test_scripts_keep_nothing_that_was_typed_in_the_browser():
    keeping = {
        p.name
        for p in (STATIC / "js").glob("*.js")
        if re.search(r"localStorage|sessionStorage|indexedDB", p.read_text())
    }
    assert keeping == {"keys.js"}  # the switch for single keys, nothing else


@pytest.mark.parametrize("path", sorted((STATIC / "css").glob("*.css")), ids=lambda path: path.name)
def test_styles_point_at_files_that_exist(path):
    targets = re.findall(r"url\(\"?([^\")]+)\"?\)", path.read_text())
    assert [t for t in targets if not (path.parent / t).resolve().exists()] == []


def test_the_page_of_last_resort_needs_no_context():
    page = render_to_string("500.html")
    assert "Terjadi gangguan pada sistem" in page
    assert "7f3a21bc" in render_to_string("500.html", {"code": "7f3a21bc"})


def test_the_page_of_last_resort_names_a_lost_database():
    assert "Basis data sedang tidak dapat dihubungi" in render_to_string("500.html", {"no_database": True})
