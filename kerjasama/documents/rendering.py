"""From a template code and frozen facts to the bytes of a PDF."""

import hashlib
import io
import json
from base64 import b64encode
from collections.abc import Mapping
from datetime import date
from typing import Any

import segno
from django.template.loader import render_to_string

from kerjasama.core import parameters
from kerjasama.documents import attached

#: Raise a number when the wording or the form of a template changes: it is kept with each paper.
TEMPLATE_VERSIONS: dict[str, int] = {
    "surat_permohonan": 3,
    "surat_kesediaan": 3,
    "surat_penolakan": 3,
    "undangan_tkksd": 3,
    "daftar_hadir_tkksd": 3,
    "berita_acara_tkksd": 3,
    "rekomendasi_tkksd": 3,
    "surat_penawaran_pihak_ketiga": 3,
    "surat_kesediaan_pihak_ketiga": 3,
    "surat_penolakan_pihak_ketiga": 3,
    "surat_penawaran_sinergi": 3,
    "surat_kesediaan_sinergi": 3,
    "surat_penolakan_sinergi": 3,
    "surat_kuasa": 3,
    "nota_kesepakatan": 3,
    "permohonan_dprd": 3,
    "kesepakatan_bersama": 3,
    "perjanjian_kerja_sama": 3,
    "adendum": 1,
    "lembar_paraf": 3,
    "laporan_monev": 3,
    "evaluasi_monev": 3,
    "laporan_kerja_sama": 1,
    "nota_laporan_kerja_sama": 1,
    "kak": 2,
    "surat_pemerintah": 3,
    "kajian_penjajakan": 2,
    "rencana_kerja_sama": 3,
    "naskah_dua_bahasa": 3,
    "keputusan_kdh": 3,
}
#: What `documents.services.issue` adds; a preview may lack it.
ADDED_BY_ISSUE = {"number": "", "dated": "", "verify_url": "", "short_code": ""}
#: No kata penyambung: every page of a naskah bears the paraf of its parties, which binds the pages together (one for abroad is
#: no official paper of the region at all), and the two others are tables on one sheet.
WITHOUT_CATCHWORDS = frozenset({
    "kesepakatan_bersama", "perjanjian_kerja_sama", "adendum", "nota_kesepakatan", "naskah_dua_bahasa", "lembar_paraf",
    "daftar_hadir_tkksd",
})  # fmt: skip


class UnknownTemplate(LookupError):
    """No paper goes by this code."""


def render_html(template: str, context: Mapping[str, Any]) -> str:
    """The page behind a paper. Facts are escaped and never read as a template. Raises UnknownTemplate."""
    if template not in TEMPLATE_VERSIONS:
        raise UnknownTemplate(template)
    facts = ADDED_BY_ISSUE | dict(context) | {"template": template}
    facts["qr"] = qr_data_uri(facts["verify_url"]) if facts["verify_url"] else ""
    return render_to_string(f"letters/{template}.html", facts)


def render_pdf(template: str, context: Mapping[str, Any]) -> bytes:
    """A tagged PDF/A-3u in Indonesian with its data inside (2u for a paper without a date yet).

    The same facts give the same bytes. Raises UnknownTemplate.
    """
    # WeasyPrint costs memory and start-up time: only the worker that prints loads it.
    from kerjasama.documents.press import Enclosed, print_pdf  # noqa: PLC0415

    html = render_html(template, context)
    data = attached.data_of(template, TEMPLATE_VERSIONS[template], context)
    enclosed = Enclosed(data, date.fromisoformat(context["dated"])) if data else None
    return print_pdf(html, identifier_of(template, context), enclosed, catchwords=bool(context.get("catchwords")))


def identifier_of(template: str, context: Mapping[str, Any]) -> bytes:
    """Sixteen bytes that name this paper in its file: the hash of template, version and facts."""
    facts = {"template": template, "version": TEMPLATE_VERSIONS.get(template), "context": context}
    canonical = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16].encode()


def bears_catchwords(template: str) -> bool:
    """Whether a paper of several pages names the first word of the next page (Permendagri 1/2023 Pasal 33), from now on."""
    return template not in WITHOUT_CATCHWORDS and bool(parameters.value("catchwords"))


def qr_data_uri(address: str) -> str:
    """A QR code as an SVG data: address."""
    drawing = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawing, kind="svg", border=0, xmldecl=False)
    return "data:image/svg+xml;base64," + b64encode(drawing.getvalue()).decode()
