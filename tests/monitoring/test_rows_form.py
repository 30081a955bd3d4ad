"""Numbered rows of a form: as many as were typed, whatever else a request names like one."""

from typing import Any

from django import forms

from monitoring.plan_forms import SPARE, RowsForm


class Words(RowsForm):
    parts, first, most = ("text",), "text", 40

    def row_fields(self, n: int, row: Any) -> dict[str, forms.Field]:
        return {"text": forms.CharField(required=False)}


def test_only_figures_number_a_row() -> None:
    typed = {
        "text_2": "kedua",
        "text_²": "bukan baris",
        "text_": "bukan",
        "text_x": "bukan",
        f"text_{'9' * 30}": "bukan",
    }
    assert Words([], typed).count == 2 + SPARE
