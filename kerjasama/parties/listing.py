"""Partners as the components of the pages want them: rows, columns, names and values."""

from typing import Any

from django.http import QueryDict

from kerjasama.core import text
from kerjasama.parties.models import Partner

SORTS = (("Mitra", "name"), ("Jenis", ""), ("Narahubung", ""), ("Diubah", "updated"))


def columns(query: QueryDict, sort: str) -> list[dict[str, Any]]:
    """The heads of the table; a sortable one turns its direction with each press."""
    present, falling = sort.removeprefix("-"), sort.startswith("-")
    heads = []
    for label, key in SORTS:
        if not key:
            heads.append({"label": label})
            continue
        target = query.copy()
        target.pop("halaman", None)
        target["urut"] = f"-{key}" if present == key and not falling else key
        state = ("descending" if falling else "ascending") if present == key else "none"
        heads.append({"label": label, "sort_url": f"?{target.urlencode()}", "sort": state})
    return heads


def row(partner: Partner) -> dict[str, Any]:
    return {
        "url": partner.get_absolute_url(),
        "title": partner.name,
        "detail": " ".join(filter(None, [partner.head_title, partner.head_name])),
        "cells": [
            {"label": "Jenis", "value": partner.get_kind_display()},
            {"label": "Narahubung", "value": partner.contact_name or "–"},
            {"label": "Diubah", "value": text.date_short(partner.updated_at.date())},
        ],
    }


def identity(partner: Partner) -> list[dict[str, str]]:
    region = partner.region
    return [
        {"name": "Jenis", "value": partner.get_kind_display()},
        *([{"name": "Daerah", "value": f"{region.full_name} ({region.code})"}] if region else []),
        *([{"name": "Negara", "value": _country(partner)}] if partner.country else []),
        *([{"name": "Pemilik usaha", "value": owner(partner)}] if partner.owns else []),
        {"name": "Pimpinan", "value": partner.head_name},
        {"name": "Jabatan pimpinan", "value": partner.head_title},
        {"name": "Alamat", "value": partner.address},
    ]


def owner(partner: Partner) -> str:
    """Which business a person owns, and what the Bagian Hukum found; "" for others."""
    if not partner.owns:
        return ""
    if partner.awaits_clearance:
        return f"{partner.owns} (menunggu telaah Bagian Hukum)"
    cleared = f"{text.date_long(partner.owner_cleared_on)}, {partner.owner_cleared_by}"
    return f"{partner.owns}. Telaah Bagian Hukum {cleared}: {partner.owner_reason}"


def _country(partner: Partner) -> str:
    relations = f"hubungan diplomatik: {partner.country.get_diplomatic_display().lower()}"
    level = f", {partner.get_foreign_level_display().lower()}" if partner.foreign_level else ""
    return f"{partner.country} ({relations}){level}"


def permits(partner: Partner) -> list[dict[str, str]]:
    """The permits of a foreign nonprofit, with the days between which each holds."""
    return [
        {
            "name": str(permit),
            "value": f"{text.date_short(permit.valid_from)} sampai {text.date_short(permit.valid_to)}, {permit.issuer}",
        }
        for permit in partner.permits.all()
    ]


def contact(partner: Partner) -> list[dict[str, str]]:
    return [
        {"name": "Narahubung", "value": partner.contact_name},
        {"name": "Surel", "value": partner.contact_email},
        {"name": "Telepon", "value": partner.contact_phone},
    ]
