"""docs/samples shows one page of every kind of paper, and nothing that is no longer printed."""

import re

from django.conf import settings
from PIL import Image

from tests.documents import samples

FOLDER = settings.BASE_DIR / "docs" / "samples"


def test_every_kind_of_paper_has_its_page_on_the_index() -> None:
    named = re.findall(r"\]\((\w+)\.png\)", (FOLDER / "README.md").read_text(encoding="utf-8"))
    assert sorted(named) == sorted(samples.SAMPLES)
    assert {path.stem for path in FOLDER.glob("*.png")} == set(samples.SAMPLES)


def test_the_pages_are_small_and_upright() -> None:
    for path in FOLDER.glob("*.png"):
        with Image.open(path) as page:
            assert page.width < page.height
        assert path.stat().st_size < 60_000
