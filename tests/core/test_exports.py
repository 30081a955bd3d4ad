"""CSV as a download: in columns where the region opens it, the same cells by whatever sign."""

import csv
import io

import pytest

from kerjasama.core.exports import csv_response
from tests.factories.core import ParameterFactory

pytestmark = pytest.mark.django_db
LINES = [["Naskah", "Nilai"], ["Air; minum, “curah”", "Rp1.500,50"], ["=1+1", "baris\nkedua"]]
READ = [["Naskah", "Nilai"], ["Air; minum, “curah”", "Rp1.500,50"], ["'=1+1", "baris\nkedua"]]


def told() -> str:
    return b"".join(csv_response("daftar", LINES).streaming_content).decode()


def test_excel_with_indonesian_settings_opens_it_in_columns() -> None:
    """The mark of UTF-8 comes first and no `sep=` line, which would make Excel forget it."""
    assert told().startswith("\ufeffNaskah;Nilai\r\n")


@pytest.mark.parametrize("code, sign", [("SEMICOLON", ";"), ("COMMA", ",")])
def test_the_cells_are_the_same_by_either_sign(code: str, sign: str) -> None:
    ParameterFactory(key="csv_separator", value=code)
    assert list(csv.reader(io.StringIO(told().removeprefix("\ufeff")), delimiter=sign)) == READ
