"""Which region this is, how its letters look, and a real letter to look at."""

import io
from base64 import b64encode
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from PIL import Image

from kerjasama.accounts.inviting import require_administrator
from kerjasama.accounts.models import Government, User
from kerjasama.accounts.models.government import check_emblem
from kerjasama.accounts.offices import Office
from kerjasama.core import clock, parameters, uploads
from kerjasama.core.errors import BadInput, UploadRefused
from kerjasama.documents import papers, services
from kerjasama.documents import selectors as documents
from kerjasama.documents.models import Document
from kerjasama.documents.signers import signer_of
from kerjasama.parties.models import Region
from kerjasama.setup.models import StepReview

REFUSED = "Isian belum dapat disimpan. Perbaiki isian yang ditandai."
EMBLEM_BYTES = 1_000_000
#: Printed 22 mm high; 600 dots are enough for 600 dpi and stay small in every frozen letter.
EMBLEM_DOTS = 520
SAMPLE = "SAMPLE_LETTER"


@transaction.atomic
def choose_region(region: Region, values: Mapping[str, Any], *, by: User) -> Government:
    """Say which region this is; level and titles follow unless others are typed. Raises NotYours, BadInput."""
    require_administrator(by)
    government = Government.current()
    changed = government.region_code != region.code
    government.region_code, government.name, government.level = region.code, region.full_name, region.level
    if changed:
        government.set_titles_by_level()
    for name, value in values.items():
        # An empty title means: as the level has it.
        if value or not name.endswith("_title"):
            setattr(government, name, value)
    return _keep(government, by, f"Daerah: {region.full_name}")


@transaction.atomic
def set_letterhead(
    values: Mapping[str, Any], *, by: User, emblem: UploadedFile | None = None, state_emblem: UploadedFile | None = None
) -> Government:
    """Letterhead, brand colour and, when given, the emblems. Raises NotYours, BadInput, UploadRefused."""
    require_administrator(by)
    government = Government.current()
    for name, value in values.items():
        setattr(government, name, value)
    if emblem is not None:
        government.emblem_svg, government.emblem_png = read_emblem(emblem)
    if state_emblem is not None:
        government.state_emblem_svg, government.state_emblem_png = read_emblem(state_emblem)
    return _keep(government, by, "Kop dan lambang")


def read_emblem(upload: UploadedFile) -> tuple[str, str]:
    """SVG text or a small PNG in base64, judged by content and size; the other one is empty. Raises UploadRefused."""
    head = upload.read(8)
    upload.seek(0)
    if head.startswith(b"\x89PNG"):
        uploads.inspect(upload, allowed=("png",), max_bytes=EMBLEM_BYTES)
        return "", _small_png(upload.read())
    content = upload.read(EMBLEM_BYTES + 1)
    upload.seek(0)
    try:
        svg = content.decode("utf-8-sig").strip()
        if not svg:
            raise UploadRefused("Berkas ini kosong.", detail="Pilih berkas lambang yang benar.")
        check_emblem(svg)
    except UnicodeDecodeError as broken:
        raise UploadRefused(
            "Lambang harus berupa SVG atau PNG.", detail="Simpan gambar lambang sebagai PNG."
        ) from broken
    except ValidationError as problem:
        raise UploadRefused(" ".join(problem.messages), detail="Atau unggah lambang sebagai PNG.") from problem
    return svg, ""


@transaction.atomic
def sample_letter(*, by: User) -> Document:
    """Queue a real letter with the present letterhead, not a number and never public; the last one gives way."""
    require_administrator(by)
    government = Government.current()
    step = look_at_kop() or StepReview(step="kop")
    step._history_user, step._change_reason = by, "Contoh surat"
    step.save()
    context = papers.offer(
        partner_name="Pemerintah Kabupaten Contoh", partner_head_title="Bupati Contoh", partner_place="tempat",
        title="Contoh surat untuk memeriksa kop dan lambang", affair="Urusan contoh",
        background="Surat ini dicetak dari halaman penyiapan untuk memeriksa kop, lambang, huruf, dan susunan. Surat ini bukan surat resmi.",
        kak=[("Latar belakang", "Contoh isi lampiran."), ("Maksud dan tujuan", "Memeriksa tampilan lampiran.")],
        contact=f"Bagian Kerja Sama, telepon {government.phone or '-'}", signer=signer_of(Office.KDH),
        copies=["Sekretaris Daerah"], paper=parameters.value("paper_size"),
    )  # fmt: skip
    before = documents.latest(step, SAMPLE)
    fresh = services.issue(
        step,
        SAMPLE,
        template="surat_permohonan",
        context=context,
        by=by,
        title="Contoh surat",
        dated=clock.today(),
    )
    if before is not None:
        services.supersede(before, fresh, by=by)
    return fresh


def look_at_kop() -> StepReview | None:
    """What sample letters hang on; None before the first."""
    return StepReview.objects.filter(step="kop").first()


def latest_sample() -> Document | None:
    """The newest sample letter, or None."""
    step = look_at_kop()
    return documents.latest(step, SAMPLE) if step else None


def _small_png(content: bytes) -> str:
    with Image.open(io.BytesIO(content), formats=["PNG"]) as image:
        small = image.convert("RGBA")
        small.thumbnail((EMBLEM_DOTS, EMBLEM_DOTS))
        drawn = io.BytesIO()
        small.save(drawn, "PNG", optimize=True)
    return b64encode(drawn.getvalue()).decode()


def _keep(government: Government, by: User, reason: str) -> Government:
    government._history_user, government._change_reason = by, reason
    try:
        government.full_clean()
    except ValidationError as problem:
        raise BadInput(REFUSED, errors=problem.message_dict) from problem
    government.save()
    return government
