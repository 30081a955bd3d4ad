"""People outside for tests: what they type, the files they bring, requests that are already in."""

from datetime import date
from typing import Any

from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile

from kerjasama.core import clock
from kerjasama.core.human import SALT
from kerjasama.counter import quarantine
from kerjasama.counter.models import OnlineRequest, QuarantinedFile, RequestDraft
from kerjasama.counter.services import requests
from kerjasama.counter.services.requests import Contact, Filing
from kerjasama.counter.stages import WANTED, PaperKind
from kerjasama.parties.models import Region
from tests.factories.documents import pdf_bytes

EMAIL = "sari@contoh.example"
WORDS = {
    "title": "Pengolahan Sampah Pasar Menjadi Kompos", "affair": "", "aims": "Mengurangi sampah.", "scope": "Pengomposan",
    "location": "Wanasari", "term_text": "3 tahun", "financing": "Oleh pemohon.", "benefits": "Kompos bagi petani.",
}  # fmt: skip
PEOPLE = {
    "name_1": "Sari Dewanti", "position_1": "Manajer", "email_1": EMAIL, "phone_1": "0298 321099",
    "name_2": "Bagus Pratama", "position_2": "Staf", "email_2": "bagus@contoh.example", "phone_2": "0298 321100",
}  # fmt: skip


def human(seconds: int = 60) -> dict[str, str]:
    """What a form carries that somebody opened so many seconds ago."""
    return {"situs_web": "", "dibuka": signing.dumps(clock.now().timestamp() - seconds, salt=SALT)}


def pdf(mark: str = "", name: str = "surat.pdf") -> SimpleUploadedFile:
    """A small PDF; another mark gives other bytes."""
    return SimpleUploadedFile(name, pdf_bytes(mark=mark), "application/pdf")


def filing(applicant: str = "REGION", **facts: Any) -> Filing:
    """What an applicant says: Kabupaten Sleman when it is a region, else an invented body."""
    region = Region.objects.get(pk="34.04") if applicant == "REGION" else None
    who: dict[str, Any] = {
        "region": region, "name": "Pemerintah Kabupaten Sleman" if region else "PT Kompos Wana Lestari",
        "legal_class": {"COMPANY": "LIMITED_COMPANY", "SOCIETY": "FOUNDATION"}.get(applicant, applicant), "address": "Jalan Merdeka 1",
        "head_name": "Hadi Prabowo", "head_title": "Bupati" if region else "Direktur",
    }  # fmt: skip
    people = tuple(Contact(*(PEOPLE[f"{part}_{n}"] for part in ("name", "position", "email", "phone"))) for n in (1, 2))
    return Filing(**{"applicant": applicant, **who, **WORDS, "affair": None, "contacts": people, **facts})


def bring(kind: str, mark: str = "", **owner: Any) -> QuarantinedFile:
    """Put a file of somebody outside into quarantine."""
    facts = {"kind": kind, "title": PaperKind(kind).label, "number": f"045/{mark or kind}", "dated": date(2026, 11, 20)}
    present = list(QuarantinedFile.objects.filter(**owner))
    return quarantine.keep(pdf(f"{kind}{mark}"), facts=facts, present=present, **owner)


def filed(applicant: str = "REGION", *, mark: str = "", **facts: Any) -> tuple[OnlineRequest, str]:
    """A request that is in, with the papers it needs, and its token."""
    draft = RequestDraft.objects.create()
    for kind in WANTED[applicant]:
        bring(kind, mark, draft=draft)
    return requests.file_request(draft, filing(applicant, **facts))
