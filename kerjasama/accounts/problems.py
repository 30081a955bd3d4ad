"""Why an office cannot be given: one question each, answered by a sentence or by nothing."""

from datetime import date

from kerjasama.accounts.models import Delegation, Holding, OrgUnit, User
from kerjasama.accounts.offices import NEVER_ASSIGNED, NOT_DELEGABLE, SINGLE_SEAT, UNIT_BOUND, Capacity, Office


def office_problem(office: str, unit: OrgUnit | None) -> str:
    if office in NEVER_ASSIGNED:
        return f"Jabatan {Office(office).label.lower()} tidak dapat dipangku orang."
    if office in UNIT_BOUND and unit is None:
        return "Pilih perangkat daerahnya."
    return ""


def delegation_problem(office: str, unit: OrgUnit | None) -> str:
    if office in NOT_DELEGABLE:
        return f"{Office(office).label} tidak dapat ditugaskan sebagai Plt., Plh., atau Pj."
    return office_problem(office, unit)


def person_problem(user: User) -> str:
    if user.is_system or not (user.is_active or user.is_invited):
        return "Akun ini tidak aktif dan tidak dapat memangku jabatan."
    if user.is_partner:
        return "Akun mitra tidak dapat memangku jabatan pada pemerintah daerah."
    return ""


def capacity_problem(capacity: str, principal: User | None) -> str:
    if capacity not in (Capacity.PLT, Capacity.PLH, Capacity.PJ):
        return "Pilih Plt., Plh., atau Pj."
    if capacity == Capacity.PLH and principal is None:
        return "Plh. memerlukan pejabat definitif yang berhalangan. Bila jabatan kosong, pilih Plt."
    return ""


def principal_problem(office: str, person: User, named: User | None, found: User | None) -> str:
    if named is not None and found != named:
        return "Orang ini tidak memangku jabatan itu pada hari pertama penugasan."
    if found == person:
        return "Pejabat definitif tidak dapat menggantikan dirinya sendiri."
    if office not in SINGLE_SEAT and named is None:
        return "Jabatan ini dipangku beberapa orang. Pilih siapa yang digantikan."
    return ""


def period_problem(starts_on: date, ends_on: date | None, *, must_end: bool = False) -> str:
    if ends_on is None:
        return "Isi hari terakhir penugasan." if must_end else ""
    return "Hari terakhir tidak boleh sebelum hari pertama." if ends_on < starts_on else ""


def shortening_problem(record: Holding | Delegation, last_day: date) -> str:
    if record.is_annulled:
        return "Catatan ini sudah dibatalkan."
    if last_day < record.starts_on:
        return "Hari terakhir tidak boleh sebelum hari pertama. Bila keliru dicatat, batalkan."
    if record.ends_on is not None and last_day > record.ends_on:
        return "Masa berlaku hanya dapat diperpendek. Untuk memperpanjang, buat catatan baru."
    return ""
