import pytest

from kerjasama.core.errors import BadInput, NotYet, NotYours, Refusal, Stale, UploadRefused


@pytest.mark.parametrize(
    ("kind", "status"),
    [(Refusal, 409), (NotYours, 403), (NotYet, 409), (Stale, 409), (BadInput, 422), (UploadRefused, 422)],
)
def test_each_refusal_has_its_http_answer(kind, status):
    refusal = kind("Belum dapat.", detail="Lengkapi dahulu.")
    assert (str(refusal), refusal.detail, refusal.status) == ("Belum dapat.", "Lengkapi dahulu.", status)


def test_a_status_can_be_given():
    assert Refusal("Hilang.", status=410).status == 410


def test_bad_input_carries_the_fields():
    assert BadInput("Salah.", errors={"nama": ["Isi nama."]}).errors == {"nama": ["Isi nama."]}
    assert BadInput("Salah.").errors == {}
