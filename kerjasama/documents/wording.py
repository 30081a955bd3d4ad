"""The wording of our papers: what is in force, what may be typed, and how an edition is made."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import IntegrityError, transaction

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.core.errors import BadInput, NotYet, Stale
from kerjasama.documents.models import TemplateEdition
from kerjasama.documents.slots import BRACED, COPIES_MOST, FORMS, Kind, Slot

#: Who words papers, and who may read how they are worded.
WRITERS, READERS = (Office.KABAG,), (Office.KABAG, Office.ADMIN)
#: An address leads out of a paper; nobody can follow it on paper, and it may change its content.
ADDRESS = re.compile(
    r"://|\bwww\.|@|\b[\w-]+\.(?:id|com|net|org|info|io|co|go|me|ly|gov|edu|app|site|xyz)\b", re.IGNORECASE
)
MARKUP = re.compile(r"[<>]|&\w+;|&#")
OVERTAKEN = "Orang lain sudah menetapkan edisi baru templat ini. Muat ulang halaman, lalu periksa lagi ketikan Anda."

Words = dict[str, Any]


def latest(template: str) -> TemplateEdition | None:
    """The edition in force; None while nobody has adapted the paper."""
    return TemplateEdition.objects.filter(template=template).order_by("-number").first()


def all_latest() -> dict[str, TemplateEdition]:
    """The edition in force of every paper that has one, by template; one query."""
    newest = TemplateEdition.objects.order_by("template", "-number").distinct("template").select_related("made_by")
    return {edition.template: edition for edition in newest}


def dressed(template: str, context: Mapping[str, Any]) -> dict[str, Any]:
    """The facts of a new paper with the wording in force, ready to be frozen; as they are where the standard holds."""
    edition = latest(template)
    if edition is None or not edition.words:
        return dict(context)
    return worded(context, edition.words) | {"wording_edition": edition.number}


def worded(context: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """The facts of a paper with these words: subject and grade at their place, more copies below those of the case."""
    facts = dict(context) | {
        "wording": {key: text for key, text in words.items() if key not in {"about", "nature", "copies"}}
    }
    if "nature" in words:
        facts["nature"] = words["nature"]
    if "about" in words:
        facts |= {"about": words["about"], "heading": words["about"]}
    held = list(context.get("copies", ()))
    facts["copies"] = held + [line for line in words.get("copies", ()) if line not in held]
    return facts


def standard_of(template: str) -> Words:
    """The standard wording of each slot."""
    return {slot.key: [] if slot.kind == Kind.LINES else slot.standard for slot in FORMS[template].slots}


def in_force(template: str, edition: TemplateEdition | None) -> Words:
    """The wording of each slot as papers get it now."""
    return standard_of(template) | (edition.words if edition else {})


def checked(template: str, typed: Mapping[str, str]) -> Words:
    """What was typed, cleaned: only the slots that differ from the standard. Raises BadInput with a sentence for each bound."""
    words, errors = {}, {}
    for slot in FORMS[template].slots:
        value = _lines(typed.get(slot.key, "")) if slot.kind == Kind.LINES else _one_line(typed.get(slot.key, ""))
        problem = _problem(slot, value)
        if problem:
            errors[slot.key] = [problem]
        words[slot.key] = value
    if errors:
        raise BadInput("Ada bagian yang belum sesuai dengan batasnya.", errors=errors)
    standard = standard_of(template)
    return {key: value for key, value in words.items() if value != standard[key]}


@transaction.atomic
def change(template: str, typed: Mapping[str, str], *, reason: str, expect: int, by: User) -> TemplateEdition:
    """A new edition with the typed words, for papers issued from now on; those issued keep theirs.

    `expect` is the number of the edition that was read. Raises NotYours, BadInput, NotYet when nothing is
    different, Stale when another edition came in between.
    """
    require(by, *WRITERS)
    if not FORMS[template].slots:
        raise NotYet("Dokumen ini tidak mempunyai bagian yang dapat disesuaikan.")
    reason = _one_line(reason)
    words, errors = {}, {}
    try:
        words = checked(template, typed)
    except BadInput as problem:
        errors |= problem.errors
    if problem := _reason_problem(reason):
        errors["reason"] = [problem]
    if errors:
        raise BadInput("Ada bagian yang belum sesuai dengan batasnya.", errors=errors)
    return _next(template, words, reason=reason, expect=expect, by=by)


@transaction.atomic
def restore(template: str, *, reason: str, expect: int, by: User) -> TemplateEdition:
    """Back to the standard wording, as an edition of its own. Raises NotYours, BadInput, NotYet, Stale."""
    require(by, *WRITERS)
    reason = _one_line(reason)
    if problem := _reason_problem(reason):
        raise BadInput(problem, errors={"reason": [problem]})
    return _next(template, {}, reason=reason, expect=expect, by=by)


def _next(template: str, words: Words, *, reason: str, expect: int, by: User) -> TemplateEdition:
    before = latest(template)
    number = before.number if before else 0
    if number != expect:
        raise Stale(OVERTAKEN)
    if words == (before.words if before else {}):
        raise NotYet("Tidak ada yang berubah, jadi tidak dibuat edisi baru.")
    edition = TemplateEdition(template=template, number=number + 1, words=words, reason=reason, made_by=by)
    edition._history_user, edition._change_reason = by, reason
    try:
        with transaction.atomic():
            edition.save()
    except IntegrityError as twin:
        raise Stale(OVERTAKEN) from twin
    return edition


def _one_line(typed: str) -> str:
    """Plain words on one line: line ends and runs of spaces are one space."""
    return " ".join(unicodedata.normalize("NFC", typed).split())


def _lines(typed: str) -> list[str]:
    return [line for line in map(_one_line, typed.splitlines()) if line]


def _problem(slot: Slot, value: str | list[str]) -> str:
    """Which bound a value breaks, as a sentence; empty when none."""
    if isinstance(value, list):
        if len(value) > COPIES_MOST:
            return f"Paling banyak {COPIES_MOST} baris tembusan tambahan."
        return next(filter(None, (_text_problem(slot, line) for line in value)), "")
    if not value:
        return f"{slot.label} tidak boleh kosong."
    if slot.kind == Kind.CHOICE:
        return "" if value in slot.choices else f"Pilih salah satu: {', '.join(slot.choices)}."
    return _text_problem(slot, value) or _placeholder_problem(slot, value)


def _text_problem(slot: Slot, words: str) -> str:
    if len(words) > slot.longest:
        return f"Paling panjang {slot.longest} huruf; ini {len(words)}."
    if any(unicodedata.category(sign).startswith("C") for sign in words):
        return "Ada tanda tersembunyi di dalamnya. Ketik ulang kalimatnya."
    if ADDRESS.search(words):
        return "Tidak boleh memuat alamat situs atau surel."
    if MARKUP.search(words):
        return "Hanya teks biasa, tanpa tanda < dan > atau kode HTML."
    if slot.kind == Kind.LINES and re.search(r"[{}]", words):
        return "Tembusan tidak memakai isian dalam kurung kurawal."
    return ""


def _placeholder_problem(slot: Slot, words: str) -> str:
    named = BRACED.findall(words)
    known = _braced(slot.allowed) or "tidak ada"
    strange = [name for name in named if name not in slot.allowed]
    if strange:
        return f"Isian {_braced(strange)} tidak dikenal di sini. Yang dapat dipakai: {known}."
    if re.search(r"[{}]", BRACED.sub("", words)):
        return f"Ada kurung kurawal yang tidak berpasangan. Isian yang dapat dipakai: {known}."
    lacking = [name for name in slot.required if name not in named]
    return f"Isian {_braced(lacking)} wajib ada." if lacking else ""


def _reason_problem(reason: str) -> str:
    if not reason:
        return "Tulis alasan perubahan."
    return "Alasan paling panjang 300 huruf." if len(reason) > 300 else ""


def _braced(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
