"""Autosave of forms on the server: a shared computer keeps nothing after logout."""

import json
import re
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.http import QueryDict

from kerjasama.core import clock
from kerjasama.core.errors import BadInput
from kerjasama.core.models import FormDraft

KEY = re.compile(r"[a-z0-9][a-z0-9:_-]{0,119}")
MAX_BYTES = 200_000
MAX_PER_PERSON = 100
#: Whole words of a field name: "pin" is a secret, "opinion" is none.
NEVER_KEPT = frozenset({"csrfmiddlewaretoken", "password", "passphrase", "proof", "sandi", "pin", "nik", "otp"})
WORDS = re.compile(r"[^a-z]+")


def typed(post: QueryDict) -> dict[str, Any]:
    """The fields of a posted form: one value as text, several as a list; secrets left out."""
    return {
        name: values if len(values) > 1 else values[0]
        for name, values in post.lists()
        if values and NEVER_KEPT.isdisjoint(WORDS.split(name.lower()))
    }


def save(user: AbstractBaseUser, key: str, data: dict[str, Any]) -> FormDraft:
    """Keep `data` as this person's draft of the form `key`; the newest replaces the one before.

    Raises BadInput for a strange key, too much text or too many drafts.
    """
    if not KEY.fullmatch(key):
        raise BadInput("Formulir ini tidak dikenal.")
    if len(json.dumps(data)) > MAX_BYTES:
        raise BadInput("Isian terlalu panjang untuk disimpan sementara. Kirim atau ringkas dahulu.")
    others = FormDraft.objects.filter(user=user).exclude(key=key)
    if others.count() >= MAX_PER_PERSON:
        raise BadInput("Isian sementara Anda sudah terlalu banyak. Selesaikan salah satunya dahulu.")
    draft, _ = FormDraft.objects.update_or_create(user=user, key=key, defaults={"data": data, "saved_at": clock.now()})
    return draft


def load(user: AbstractBaseUser, key: str) -> FormDraft | None:
    """This person's draft of the form `key`, if there is one."""
    return FormDraft.objects.filter(user=user, key=key).first()


def as_post(draft: FormDraft) -> QueryDict:
    """A kept draft as if it had just been posted."""
    posted = QueryDict(mutable=True)
    for name, value in draft.data.items():
        posted.setlist(name, value if isinstance(value, list) else [value])
    return posted


def discard(user: AbstractBaseUser, key: str) -> None:
    """Forget the draft once the form has been sent."""
    FormDraft.objects.filter(user=user, key=key).delete()
