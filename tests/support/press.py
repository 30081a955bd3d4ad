"""The printer is the only thing these tests replace: papers are made at once, small, one for each set of facts."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from kerjasama.demo.paper import small_pdf
from kerjasama.documents import rendering


def small_paper(template: str, context: Mapping[str, Any]) -> bytes:
    """A PDF that differs when the facts do, as the real one would."""
    return small_pdf(f"{template} {rendering.identifier_of(template, json.loads(json.dumps(context))).decode()}")


@pytest.fixture(autouse=True)
def quick_press(monkeypatch: pytest.MonkeyPatch) -> None:
    """Papers of these tests are printed by a stand-in; everything around the printing is the product's own."""
    monkeypatch.setattr(rendering, "render_pdf", small_paper)
