"""The papers about the house are true: written from the code, or held against it."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from kerjasama.workflow.diagram import document

DOCS: Path = settings.BASE_DIR / "docs"
ROOMS = {
    "core",
    "accounts",
    "parties",
    "workflow",
    "documents",
    "notifications",
    "reviews",
    "proposals",
    "agreements",
    "monitoring",
    "counter",
    "importing",
}


def test_the_lifecycle_page_is_fresh() -> None:
    assert (DOCS / "lifecycle.md").read_text(encoding="utf-8") == document(), "run manage.py write_lifecycle_docs"


@pytest.mark.parametrize(
    "term", ["KSDD", "KSDPK", "KSDPL", "KSDLL", "TKKSD", "DPRD", "paraf", "naskah", "KAK", "Plt.", "Plh."]
)
def test_the_glossary_explains_the_terms_of_the_law(term: str) -> None:
    assert re.search(rf"^\| {re.escape(term)}", (DOCS / "glossary.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_every_choice_of_every_room_speaks_indonesian_and_stores_upper_case_codes() -> None:
    wrong = []
    for model in apps.get_models():
        if model._meta.app_label not in ROOMS or model.__name__.startswith("Historical"):
            continue
        for field in model._meta.fields:
            for code, label in field.flatchoices or ():
                if isinstance(code, str) and code and (code != code.upper() or not str(label).strip()):
                    wrong.append(f"{model.__name__}.{field.name}: {code}")
    assert wrong == []


def test_every_model_has_an_indonesian_name() -> None:
    wrong = [
        model.__name__
        for model in apps.get_models()
        if model._meta.app_label in ROOMS
        and not model.__name__.startswith("Historical")
        and not model._meta.auto_created
        and str(model._meta.verbose_name) == re.sub(r"(?<!^)(?=[A-Z])", " ", model.__name__).lower()
        and model.__name__ not in {"Affair", "Parameter"}
    ]
    assert [name for name in wrong if name not in {"Paraf"}] == []
