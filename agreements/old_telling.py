"""An old naskah as its page tells it: what is known, what is not, what the file said, and how it came to be so."""

from typing import Any

from agreements import old_flags
from agreements.models import Agreement, OldFact, OldNaskah, RegisterEntry
from agreements.old_facts import LABELS, TOLD, UNKNOWN, as_words, speaks_of_parent
from agreements.register_columns import TONES
from agreements.register_standing import annotated
from kerjasama.accounts.models import OrgUnit, User
from kerjasama.core import clock
from kerjasama.core.text import date_long
from proposals.models import Proposal

#: What a version says of itself besides these is no fact of the naskah.
COMPARED = tuple(LABELS)


def missing(old: OldNaskah) -> list[str]:
    """The names of what is unknown."""
    return [str(OldFact(code).label) for code in old.unknown]


def row(old: OldNaskah) -> dict[str, Any]:
    """A line of the work list."""
    return {
        "url": old.get_absolute_url(), "title": old.shown_title, "detail": " · ".join(filter(None, (old.code, old.partner_names))),
        "cells": [
            {"label": "Belum diketahui", "value": ", ".join(missing(old)) or "–"},
            {"label": "Perlu dilihat", "value": " ".join(old.doubts[:2]) or "–"},
            {"label": "Perangkat daerah", "value": old.unit.name if old.unit else old.told.get("UNIT") or UNKNOWN},
        ],
    }  # fmt: skip


def page(old: OldNaskah) -> dict[str, Any]:
    """The values of the page of one."""
    standing = _standing(old)
    return {
        "standing": standing, "flags": old_flags.flags(old), "facts": _facts(old), "missing": missing(old),
        "parties": [_party(n, party) for n, party in enumerate(old.parties, start=1)],
        "told": [{"name": TOLD.get(code, code).capitalize(), "value": words} for code, words in old.told.items()],
        "cells": [{"name": head or "(tanpa judul)", "value": text.replace("\n", "; ")} for head, text in old.source.get("cells", [])],
        "events": versions(old),
    }  # fmt: skip


def doubles(entries: list[RegisterEntry], user: User) -> list[dict[str, str]]:
    """Likely doubles as links; of one that a person may not open only that there is one."""
    seen = set(
        RegisterEntry.visible_to(user).filter(pk__in=[entry.pk for entry in entries]).values_list("pk", flat=True)
    )
    return [
        {"label": f"{entry.title} ({entry.code})", "url": entry.get_absolute_url()}
        if entry.pk in seen
        else {"label": "Naskah yang tidak dapat Anda buka, dengan nomor atau judul yang sama", "url": ""}
        for entry in entries
    ]


def _standing(old: OldNaskah) -> dict[str, str] | None:
    """Where it stands today by its dates; None for one that was withdrawn."""
    entry = annotated(RegisterEntry.objects.filter(old=old), clock.today()).first()
    if entry is None:
        return None
    said = old.told.get("STATUS", "")
    label = str(RegisterEntry.State(entry.standing).label)
    if old.continued_as_id:
        label = f"{label} sebagai {old.continued_as.case_code}"
    return {"label": label, "tone": TONES[entry.standing], "said": said}


def _facts(old: OldNaskah) -> list[dict[str, Any]]:
    def day(code: str, value: Any) -> str:
        hint = old.hints.get(code)
        if value is None and hint:
            return f"{UNKNOWN}; tertulis “{hint['said'] or hint['year']}”"
        return as_words("", value)

    unit = (
        old.unit.name
        if old.unit
        else (f"{UNKNOWN}; tertulis “{old.told['UNIT']}”" if old.told.get("UNIT") else UNKNOWN)
    )
    rows = [
        ("Jenis", as_words("kind", old.kind)), ("Bentuk", as_words("instrument", old.instrument)),
        ("Ditandatangani", day("SIGNED_ON", old.signed_on)), ("Mulai berlaku", day("STARTS_ON", old.starts_on)),
        ("Berakhir", "tanpa tanggal akhir" if old.open_ended else day("ENDS_ON", old.ends_on)),
    ]  # fmt: skip
    if old.stopped:
        rows.append(("Dihentikan", date_long(old.ended_on) if old.ended_on else f"ya, tanggalnya {UNKNOWN}"))
    rows.append(("Perangkat daerah", unit))
    if old.parent_id or old.parent_old_id or speaks_of_parent(old):
        rows.append(("Naskah induk", _parent(old)))
    rows += [(f"Nomor {n}", number) for n, number in enumerate(old.loose_numbers, start=1)]
    rows += [(name, value) for name, value in (("Tautan", old.link), ("Keterangan", old.remarks)) if value]
    return [{"name": name, "value": value} for name, value in rows]


def _parent(old: OldNaskah) -> str:
    """What it stands under, by form and code; its place in the family is a link of its own on the page."""
    if old.parent_id:
        return f"{old.parent.get_instrument_display()} {old.parent.case_code}"
    if old.parent_old_id:
        return f"{old.parent_old.get_instrument_display() or 'Naskah lama'} {old.parent_old.code}"
    if old.stands_alone:
        return "tidak ada dalam register"
    told = old.told.get("PARENT")
    return f"{UNKNOWN}; tertulis “{told}”" if told else UNKNOWN


def _party(n: int, party: dict[str, Any]) -> dict[str, Any]:
    signer = ", ".join(filter(None, (party["signatory"], party["office"])))
    return {
        "n": n, "name": party["name"], "ours": party["ours"], "number": party["number"] or UNKNOWN, "signatory": signer or UNKNOWN,
    }  # fmt: skip


def versions(old: OldNaskah) -> list[dict[str, Any]]:
    """Every version, newest first, as the lines of a timeline: who, when, why, and what became of which fact."""
    rows = list(old.history.select_related("history_user").order_by("-history_date", "-history_id"))
    names = {name: _names(model, {getattr(row, name) for row in rows} - {None}) for name, model in KEYS.items()}
    lines = []
    for row, before in zip(rows, [*rows[1:], None], strict=True):
        changed = differences(before, row, names) if before else []
        lines.append(
            {
                "actor": row.history_user.full_name if row.history_user else "Sistem",
                "text": "memasukkan naskah ini" if before is None else _deed(row, before),
                "when": row.history_date, "meta": [], "icon": "file-plus" if before is None else "pencil",
                "say": "\n".join(filter(None, [row.history_change_reason or "", *changed])), "tone": "key" if before is None else "",
            }
        )  # fmt: skip
    return lines


#: Facts that are keys of something with a name.
KEYS: dict[str, Any] = {
    "unit_id": OrgUnit, "parent_id": Agreement, "continued_as_id": Agreement, "successor_id": Proposal, "case_id": Proposal
}  # fmt: skip


def _names(model: Any, keys: set[int]) -> dict[int, str]:
    """{key: name} of what some keys name: a unit by its name, a naskah by form and code, a case by its code."""
    if not keys:
        return {}
    if model is Agreement:
        held = Agreement.objects.filter(pk__in=keys).select_related("proposal")
        return {one.pk: f"{one.get_instrument_display()} {one.case_code}" for one in held}
    field = "name" if model is OrgUnit else "code"
    return dict(model._default_manager.filter(pk__in=keys).values_list("pk", field))


def _deed(row: Any, before: Any) -> str:
    """What was done in a version, in words."""
    if row.withdrawn_at and not before.withdrawn_at:
        return "menarik naskah ini dari register"
    if row.continued_as_id and not before.continued_as_id:
        return "melanjutkan naskah ini dalam aplikasi"
    if row.case_id != before.case_id:
        return "mengelola naskah ini dalam sebuah usulan"
    decided = any(
        getattr(row, name) != getattr(before, name) for name in ("renewal", "successor_id", "successor_old_id")
    )
    return "memutuskan kelanjutannya" if decided else "mengubah isiannya"


def differences(before: Any, after: Any, names: dict[str, dict[int, str]]) -> list[str]:
    """Each fact that differs, as "Berakhir: tidak diketahui menjadi 5 Januari 2025"."""
    found = []
    for name in COMPARED:
        old, new = getattr(before, name), getattr(after, name)
        if old != new and name != "withdrawn_at":
            was, now = (_said(name, value, names.get(name)) for value in (old, new))
            found.append(f"{LABELS[name]}: {was} menjadi {now}")
    return found


#: What nobody has decided is not unknown.
DECIDED = frozenset({"renewal", "successor_id", "successor_old_id", "case_id", "continued_as_id"})


def _said(name: str, value: Any, names: dict[int, str] | None) -> str:
    return "belum ada" if name in DECIDED and not value else as_words(name, value, names)
