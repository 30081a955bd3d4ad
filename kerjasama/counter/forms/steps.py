"""The steps of an online request as data, and a request put together from what was typed in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from kerjasama.counter.forms.applying import ContactForm, IdentityForm, ObjectForm, WhoForm
from kerjasama.counter.models import RequestDraft
from kerjasama.counter.services.accounts import applicant_of
from kerjasama.counter.services.requests import Contact, Filing


@dataclass(frozen=True, slots=True)
class Step:
    """A page of the request: its address, its name, and what helps in filling it in."""

    slug: str
    label: str
    help_title: str
    help_text: str
    law: str


WHO = Step(
    "siapa", "Siapa Anda", "Siapa yang dapat mengajukan?",
    "Daerah lain, dan pihak ketiga: badan usaha berbadan hukum, organisasi kemasyarakatan, atau perseorangan.",
    "PP 28/2018 Pasal 3 dan Pasal 14",
)  # fmt: skip
IDENTITY = Step(
    "data-pemohon", "Data pemohon", "Mengapa ditanyakan?",
    "Nama dan alamat ini dipakai dalam surat jawaban Kepala Daerah.", "PP 28/2018 Pasal 6 ayat (1) huruf b",
)  # fmt: skip
OBJECT = Step(
    "usulan", "Yang diusulkan", "Tidak perlu sempurna",
    "Tulis dengan kalimat biasa. Bila diterima, isian ini dilengkapi bersama perangkat daerah yang membidanginya.",
    "PP 28/2018 Pasal 6 ayat (1) huruf a",
)  # fmt: skip
CONTACTS = Step(
    "narahubung", "Narahubung", "Mengapa dua orang?",
    "Agar permohonan tetap berjalan bila salah seorang berhalangan. Data narahubung hanya dilihat Bagian Kerja Sama.",
    "UU 27/2022",
)  # fmt: skip
PAPERS = Step(
    "berkas", "Berkas", "Berkas yang diperlukan",
    "Surat permohonan selalu diperlukan. Pihak ketiga juga menyertakan studi kelayakan; badan usaha dan organisasi menyertakan dokumen legalitas.",
    "UU 23/2014 Pasal 366 ayat (3); PP 28/2018 Pasal 18",
)  # fmt: skip
CHECK = Step(
    "periksa", "Periksa dan kirim", "Sesudah ini",
    "Kami mengirim tautan ke surel narahubung pertama. Permohonan baru sampai kepada kami sesudah tautan itu dikonfirmasi.", "",
)  # fmt: skip
STEPS = (WHO, IDENTITY, OBJECT, CONTACTS, PAPERS, CHECK)
TYPED = (WHO, IDENTITY, OBJECT, CONTACTS)


def step_of(slug: str) -> Step | None:
    """The step of an address, or None."""
    return next((step for step in STEPS if step.slug == slug), None)


def steps_for(known: Mapping[str, Any] | None) -> tuple[Step, ...]:
    """The steps a visitor walks; whom we know need not say again who he is."""
    return STEPS[2:] if known else STEPS


def applicant_kind(draft: RequestDraft | None, known: Mapping[str, Any] | None) -> str:
    """Who asks, by the first step or by the account."""
    if known:
        return str(known["applicant"])
    return str((draft.data if draft else {}).get(WHO.slug, {}).get("applicant", ""))


def form_of(
    step: Step, *args: Any, draft: RequestDraft | None, known: Mapping[str, Any] | None, email: str = "", **options: Any
) -> forms.Form:
    """The form of a typed step."""
    if step is IDENTITY:
        return IdentityForm(*args, applicant=applicant_kind(draft, known), **options)
    if step is CONTACTS:
        return ContactForm(*args, fixed_email=email, **options)
    return {WHO: WhoForm, OBJECT: ObjectForm}[step](*args, **options)


@dataclass(frozen=True, slots=True)
class Assembled:
    """The whole of a draft: a filing, or the first step that still lacks something."""

    filing: Filing | None
    lacking: Step | None
    forms: dict[str, forms.Form]


def assemble(draft: RequestDraft) -> Assembled:
    """Read a draft again, step by step, with the same checks as when it was typed."""
    known = applicant_of(draft.user) if draft.user else None
    email = draft.user.email if draft.user else ""
    read: dict[str, forms.Form] = {}
    for step in steps_for(known):
        if step not in TYPED:
            continue
        if step.slug not in draft.data:
            return Assembled(None, step, read)
        form = form_of(step, draft.data[step.slug], draft=draft, known=known, email=email, human=False)
        if not form.is_valid():
            return Assembled(None, step, read)
        read[step.slug] = form
    identity = dict(known) if known else read[IDENTITY.slug].identity()
    return Assembled(_filing(identity, read), None, read)


def _filing(identity: Mapping[str, Any], read: Mapping[str, forms.Form]) -> Filing:
    typed = read[CONTACTS.slug].cleaned_data
    people = tuple(
        Contact(typed[f"name_{n}"], typed[f"position_{n}"], typed[f"email_{n}"].lower(), typed[f"phone_{n}"])
        for n in (1, 2)
    )
    return Filing(**identity, **read[OBJECT.slug].cleaned_data, contacts=people)
