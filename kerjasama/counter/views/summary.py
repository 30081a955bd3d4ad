"""Everything a request says, as rows for the check page, the confirmation and the inbox."""

from typing import Any

from django.urls import reverse

from kerjasama.counter.forms import steps as s
from kerjasama.counter.models import OnlineRequest
from kerjasama.counter.services.requests import Filing
from kerjasama.counter.stages import Applicant
from kerjasama.parties.classes import LegalClass

OBJECT_FIELDS = ("title", "affair", "aims", "scope", "location", "term_text", "financing", "benefits")


def summary_of(filing: Filing | OnlineRequest, *, editable: bool = False, known: bool = False) -> list[dict[str, Any]]:
    """Sections with heading, rows and, while it may be changed, the address of the step."""
    contacts = filing.contacts if isinstance(filing, Filing) else filing.contacts.all()
    return [
        _section("Pemohon", _identity(filing), s.IDENTITY, editable and not known),
        _section("Yang diusulkan", _object(filing), s.OBJECT, editable),
        _section("Narahubung", [_contact(n, c) for n, c in enumerate(contacts, start=1)], s.CONTACTS, editable),
    ]


def _section(heading: str, rows: list[dict[str, Any]], step: s.Step, editable: bool) -> dict[str, Any]:
    return {
        "heading": heading,
        "key": step.slug,
        "rows": rows,
        "change_url": reverse("counter:step", args=[step.slug]) if editable else "",
    }


def _identity(filing: Filing | OnlineRequest) -> list[dict[str, Any]]:
    form = LegalClass(filing.legal_class).label if filing.applicant in (Applicant.COMPANY, Applicant.SOCIETY) else ""
    rows = [
        ("Pemohon", Applicant(filing.applicant).label),
        ("Bentuk", form),
        ("Nama", filing.name),
        ("Pimpinan", " ".join(filter(None, [filing.head_title, filing.head_name])) if filing.applicant != Applicant.PERSON else ""),
        ("Alamat", filing.address),
    ]  # fmt: skip
    return [{"name": name, "value": value} for name, value in rows if value]


def _object(filing: Filing | OnlineRequest) -> list[dict[str, Any]]:
    meta = OnlineRequest._meta
    return [
        {"name": meta.get_field(name).verbose_name.capitalize(), "value": str(getattr(filing, name) or "Belum ditentukan pemohon")}
        for name in OBJECT_FIELDS
    ]  # fmt: skip


def _contact(number: int, contact: Any) -> dict[str, Any]:
    return {
        "name": f"Narahubung {number}",
        "value": f"{contact.name}, {contact.position}. {contact.email}, {contact.phone}",
    }
