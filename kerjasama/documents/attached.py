"""The data that travels inside a paper: what its page says, in a form that a machine reads.

Its own short list, as with the public page: NIP, NIK, phone, e-mail and domicile are in none of the keys that are
read here, and a draft gives no number, day, place or code because its page gives none.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from kerjasama.documents.papers.names import NAMES

#: Raise the number when a key changes its meaning; `core.pdf_probe` knows files by it.
SCHEMA = "kerjasama/dokumen/1"
#: What such a page does not say: a naskah has no kop, and bears the numbers of its parties and the day of its signing.
UNSAID_BY_NASKAH = ("number", "dated", "from")
UNSAID_BY_DRAFT = (*UNSAID_BY_NASKAH, "verification")
SIDES = ("order", "label", "name", "number", "signatory_name", "office")
TASKS = ("activity", "output", "target", "location", "time", "responsible")


def data_of(template: str, version: int, context: Mapping[str, Any]) -> bytes:
    """The attachment as JSON: the same facts give the same bytes. Empty for a paper that bears no date yet."""
    if not context.get("dated"):
        return b""
    told = {
        "schema": SCHEMA,
        "kind": NAMES[template],
        "template": {"code": template, "version": version} | _named({"edition": context.get("wording_edition")}, "edition"),
        **_named(context, "number", "dated", "title", "about", "case_code"),
        "partner": context.get("partner_name") or context.get("partner_names"),
        "from": _named(context.get("kop") or {}, "government", "office"),
        "to": _addressee(context),
        "signer": _signer(context),
        "verification": _named({"address": context.get("verify_url"), "code": context.get("short_code")}, "address", "code"),
        "naskah": _naskah(context),
        "annex": _annex(context),
    }  # fmt: skip
    unsaid = UNSAID_BY_DRAFT if context.get("draft") else UNSAID_BY_NASKAH if "clauses" in context else ()
    kept = {key: value for key, value in told.items() if value and key not in unsaid}
    if context.get("draft"):
        kept["draft"] = True
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _named(facts: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    """Those of the keys that say something."""
    return {key: facts[key] for key in keys if facts.get(key)}


def _addressee(context: Mapping[str, Any]) -> str:
    """To whom a letter goes, without the place: a person's own address is nobody's business."""
    lines = context.get("to")
    return str(lines[0]).removeprefix("Yth. ") if lines else ""


def _signer(context: Mapping[str, Any]) -> dict[str, str]:
    signer = context.get("signer") or {}
    return _named({"office": signer.get("title"), "name": signer.get("name")}, "office", "name")


def _naskah(context: Mapping[str, Any]) -> dict[str, Any]:
    """The naskah that a paper is or speaks of: its text by hash, and its parties and clauses where they stand on the page."""
    if not context.get("instrument_name"):
        return {}
    draft = context.get("draft")
    said = [key for key in SIDES if not draft or key != "number"]
    told = {
        "instrument": context["instrument_name"],
        "parties": [_named(side, *said) for side in context.get("parties", ())],
        "clauses": _clauses(context.get("clauses", ())),
        "translation": _translation(context.get("translation") or {}),
        **_named(context, "version", "text_hash", "parent_number", "parent_date"),
    }
    if not draft:
        told |= _named(context, "signed_on", "place_of_signing", "originals")
    return {key: value for key, value in told.items() if value}


def _translation(other: Mapping[str, Any]) -> dict[str, Any]:
    if not other.get("clauses"):
        return {}
    return {**_named(other, "language", "code", "title", "prevailing"), "clauses": _clauses(other["clauses"])}


def _clauses(clauses: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Number, title and ayat of each pasal."""
    return [
        {"number": number, "title": clause["title"], "paragraphs": clause["paragraphs"]}
        for number, clause in enumerate(clauses, start=1)
    ]


def _annex(context: Mapping[str, Any]) -> dict[str, Any]:
    """The table of a lampiran: the work plan of a naskah, the list of a Keputusan, or the tables of a report."""
    if context.get("plan_rows"):
        return _plan(context)
    if context.get("tables"):
        return _tables(context)
    if context.get("annex_title"):
        return {
            "title": context["annex_title"],
            "columns": [column["label"] for column in context["columns"]],
            "rows": [[cell["text"] for cell in row] for row in context["rows"]],
            "totals": [cell["text"] for cell in context["totals"]],
        }
    return {}


def _tables(context: Mapping[str, Any]) -> dict[str, Any]:
    """The tables of a statutory report, with the mark of its content."""
    tables = [
        {
            "title": table["title"],
            "columns": [column["label"] for column in table["columns"]],
            "rows": [[cell["text"] for cell in row] for row in table["rows"]],
            "totals": [cell["text"] for cell in table["totals"]],
        }
        for table in context["tables"]
    ]
    return {
        "period": context["period"],
        "edition": context["edition"],
        "content_sha256": context["content_hash"],
        "tables": tables,
    }


def _plan(context: Mapping[str, Any]) -> dict[str, Any]:
    sides = [side["label"] for side in context["plan_sides"]]
    rows = []
    for row in context["plan_rows"]:
        costs = [
            {"party": side, **_named(cost, "amount", "source")} for side, cost in zip(sides, row["costs"], strict=True)
        ]
        rows.append(_named(row, *TASKS) | {"costs": costs})
    return {
        "title": context["plan_title"],
        "rows": rows,
        "totals": {side["label"]: side["total"] for side in context["plan_sides"]},
    }
