"""What autosave keeps of a form, and what it never keeps."""

from django.http import QueryDict

from kerjasama.core import drafts


def test_secrets_are_left_out_by_whole_words() -> None:
    posted = QueryDict(
        "title=A&opinion=setuju&teknik=B&pin=481926&kata_sandi=x&passphrase=y&k3-pin=1&nik=2&proof=3&password1=4&csrfmiddlewaretoken=z"
    )
    assert drafts.typed(posted) == {"title": "A", "opinion": "setuju", "teknik": "B"}


def test_one_value_is_text_and_several_are_a_list() -> None:
    assert drafts.typed(QueryDict("a=1&b=2&b=3")) == {"a": "1", "b": ["2", "3"]}
