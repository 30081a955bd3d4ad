"""Forms of the import: the file, what its columns are, and what the preview is narrowed by."""

from typing import Any

from django import forms
from django.http import QueryDict

from kerjasama.core.forms import BaseForm
from kerjasama.core.widgets import FileDrop
from kerjasama.importing.models import ImportBatch, ImportRow
from kerjasama.importing.reading.days import Order
from kerjasama.importing.reading.fields import LABELS, MANY, Field

ORDERS = (
    ("", "Menurut buktinya"),
    (str(Order.DAY_FIRST), "Hari lebih dulu"),
    (str(Order.MONTH_FIRST), "Bulan lebih dulu"),
)
FIELDS = [("", "Tidak dipakai"), *((str(one), LABELS[one].capitalize()) for one in Field)]
SUFFIXES = ".xlsx,.xls,.ods,.csv,.tsv,.txt"


class UploadForm(BaseForm):
    """A file with a register as an office has kept it."""

    file = forms.FileField(
        label="Berkas register", help_text="Excel, LibreOffice, CSV, atau TSV. Berkas dibaca dahulu; belum ada yang ditulis ke register.",
        widget=FileDrop(accept=SUFFIXES),
    )  # fmt: skip


class ColumnsForm(BaseForm):
    """What each column of a file is, which sheet is read, and in what order its days are written."""

    template_name = "importing/forms/columns.html"

    reading = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, batch: ImportBatch, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"reading": batch.reading})
        found = batch.found
        if len(found["sheets"]) > 1:
            names = [(n, _sheet_label(sheet)) for n, sheet in enumerate(found["sheets"])]
            self.fields["sheet"] = forms.TypedChoiceField(
                label="Lembar", choices=names, coerce=int, initial=found["sheet"],
                help_text="Bila lembar lain dipilih, kolomnya dibaca menurut judul kolom lembar itu.",
            )  # fmt: skip
        self.columns = [column for column in found["columns"] if column["head"] or column["field"]]
        for column in self.columns:
            self.fields[f"column_{column['column']}"] = forms.ChoiceField(
                label=column["head"] or f"Kolom {column['column'] + 1}",
                choices=FIELDS,
                required=False,
                initial=column["field"],
            )
        chosen = batch.choices.get("orders", {})
        self.dates = list(found["orders"])
        for field in self.dates:
            self.fields[f"order_{field}"] = forms.ChoiceField(
                label=LABELS[Field(field)].capitalize(), choices=ORDERS, required=False, initial=chosen.get(field, "")
            )

    @property
    def column_rows(self) -> list[dict[str, Any]]:
        """Each column with its field, for the template."""
        return [
            {
                "field": self[f"column_{one['column']}"],
                "head": one["head"] or f"Kolom {one['column'] + 1}",
                "by_hand": one["by_hand"],
            }
            for one in self.columns
        ]

    @property
    def order_rows(self) -> list[forms.BoundField]:
        """The choice of an order for each column of days."""
        return [self[f"order_{field}"] for field in self.dates]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        used: dict[str, str] = {}
        for column in self.columns:
            name = f"column_{column['column']}"
            field = values.get(name)
            if field and Field(field) not in MANY and field in used:
                self.add_error(
                    name,
                    f"“{LABELS[Field(field)].capitalize()}” sudah dipilih bagi kolom “{used[field]}”. Pilih satu kolom saja.",
                )
            elif field:
                used[field] = self.fields[name].label
        return values

    def choices_made(self, batch: ImportBatch) -> dict[str, Any]:
        """As `services.uploading.choose` takes them."""
        values = self.cleaned_data
        return {
            "sheet": values.get("sheet", batch.found["sheet"]),
            "columns": {str(one["column"]): values.get(f"column_{one['column']}", "") for one in self.columns},
            "orders": {field: values[f"order_{field}"] for field in self.dates if values.get(f"order_{field}")},
        }


def _sheet_label(sheet: dict[str, Any]) -> str:
    return f"{sheet['name']} ({sheet['rows']} baris{', tersembunyi' if sheet['hidden'] else ''})"


class RowFilter(BaseForm):
    """The line above the preview."""

    q = forms.CharField(
        label="Cari", required=False, max_length=120,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Judul, pihak, nomor, baris"}),
    )  # fmt: skip
    ikut = forms.ChoiceField(
        label="Ditulis", required=False, choices=[("", "Semua"), ("ya", "Ikut ditulis"), ("tidak", "Tidak ikut")]
    )
    urut = forms.ChoiceField(
        label="Urutkan",
        required=False,
        choices=[("", "Baris dalam berkas"), ("judul", "Judul"), ("putusan", "Putusan")],
    )
    putusan = forms.ChoiceField(
        required=False, choices=[("", ""), *ImportRow.Verdict.choices], widget=forms.HiddenInput
    )


class BatchFilter(BaseForm):
    """The line above the list of imports."""

    q = forms.CharField(
        label="Cari", required=False, max_length=120,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Nama berkas atau pengunggah"}),
    )  # fmt: skip
    keadaan = forms.ChoiceField(label="Keadaan", required=False, choices=[("", "Semua"), *ImportBatch.State.choices])
    urut = forms.ChoiceField(
        label="Urutkan", required=False, choices=[("", "Terbaru"), ("lama", "Terlama"), ("nama", "Nama berkas")]
    )
