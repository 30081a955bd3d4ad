from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet, Stale
from kerjasama.parties import selectors
from kerjasama.parties.models import Partner

REFUSED = "Data mitra belum dapat disimpan. Perbaiki isian yang ditandai."
TAKEN = "Mitra untuk daerah ini sudah terdaftar."


def create_partner(values: dict[str, Any], *, by: User) -> Partner:
    """Register a partner. Raises BadInput for a wrong value or a region that has one already."""
    return _store(Partner(), values, by)


@transaction.atomic
def update_partner(partner_id: int, values: dict[str, Any], *, seen: datetime, by: User) -> Partner:
    """Change a partner that was last seen as of `seen`. Raises Stale when it changed since, BadInput."""
    partner = Partner.objects.select_for_update().get(pk=partner_id)
    if partner.updated_at != seen:
        who = selectors.last_editor(partner) or "orang lain"
        raise Stale(
            f"Data mitra ini baru saja diubah oleh {who}.",
            detail="Isian Anda belum disimpan. Muat ulang halaman, lalu ubah kembali.",
        )
    return _store(partner, values, by)


@transaction.atomic
def clear_owner(partner_id: int, *, reason: str, by: User) -> Partner:
    """Let the owner of a CV, firma or trading business stand as a person; the Bagian Hukum only, with its reason.

    Raises NotYours (403), NotYet when the partner owns no such business or was let through already, BadInput without a reason.
    """
    require(by, Office.HUKUM)
    partner = Partner.objects.select_for_update().get(pk=partner_id)
    if not partner.awaits_clearance:
        raise NotYet("Mitra ini tidak menunggu telaah Bagian Hukum.")
    if not reason.strip():
        raise BadInput("Hasil telaah wajib diisi.", errors={"reason": ["Tulis hasil telaahnya."]})
    partner.owner_cleared_by, partner.owner_cleared_on, partner.owner_reason = by, clock.today(), reason.strip()
    partner._history_user, partner._change_reason = by, "Telaah Bagian Hukum"
    partner.save()
    return partner


def _store(partner: Partner, values: dict[str, Any], by: User) -> Partner:
    if partner.owner_cleared_on and values.get("owns", partner.owns) != partner.owns:
        # What was reviewed was another business.
        partner.owner_cleared_by, partner.owner_cleared_on, partner.owner_reason = None, None, ""
    for field, value in values.items():
        setattr(partner, field, value)
    partner.take_from_region()
    partner._history_user = by
    try:
        partner.full_clean()
        with transaction.atomic():
            partner.save()
    except ValidationError as problem:
        raise BadInput(REFUSED, errors=problem.message_dict) from problem
    except IntegrityError as problem:
        raise BadInput(REFUSED, errors={"region": [TAKEN]}) from problem
    return partner
