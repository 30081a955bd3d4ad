"""A refusal stands at the field that it speaks of."""

from django import forms

from kerjasama.core.errors import BadInput, UploadRefused
from kerjasama.core.refusals import show


class _Form(forms.Form):
    title = forms.CharField(required=False)
    last_day = forms.CharField(required=False)


class _Other(forms.Form):
    number = forms.CharField(required=False)


def bound(of: type[forms.Form]) -> forms.Form:
    form = of({})
    form.full_clean()
    return form


def test_each_sentence_at_its_field_and_the_rest_on_top():
    form, other = bound(_Form), bound(_Other)
    refusal = BadInput("Salah.", errors={"title": ["Isi."], "number": ["Nomor."], "unknown": ["Lain."]})
    show(form, refusal, other)
    assert (dict(form.errors), dict(other.errors)) == (
        {"title": ["Isi."], "__all__": ["Lain."]},
        {"number": ["Nomor."]},
    )


def test_a_field_is_asked_under_another_name():
    form = bound(_Form)
    show(form, BadInput("Salah.", errors={"ends_on": ["Terlalu awal."]}), names={"ends_on": "last_day"})
    assert dict(form.errors) == {"last_day": ["Terlalu awal."]}


def test_a_refusal_that_names_no_field_says_its_message():
    form = bound(_Form)
    show(form, UploadRefused("Berkas terenkripsi.", detail="Simpan tanpa kata sandi."))
    assert dict(form.errors) == {"__all__": ["Berkas terenkripsi. Simpan tanpa kata sandi."]}
    form = bound(_Form)
    show(form, BadInput("Salah."), names={"": "title"})
    assert dict(form.errors) == {"title": ["Salah."]}
