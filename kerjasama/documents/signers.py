"""Who signs a paper, as its signature block wants it: name, office, Plt. or Plh., and NIP where one is printed."""

from kerjasama.accounts.models import Government, User
from kerjasama.accounts.offices import Capacity, Office
from kerjasama.accounts.permissions import Seat, people_in, seats
from kerjasama.documents.papers import Signer


def signer_of(office: str) -> Signer:
    """The one who signs for an office today; a blank name while the office is vacant."""
    people = people_in(office)
    if not people:
        return Signer(name="", title=_title(office), capacity_line="", nip="", office=office)
    seat = next((seat for seat in seats(people[0]) if seat.office == office), None)
    return (
        signer_for(people[0], seat)
        if seat
        else Signer(name=people[0].full_name, title=_title(office), capacity_line="", nip="", office=office)
    )


def signer_for(user: User, seat: Seat) -> Signer:
    """A person in the seat in which he signs. A head of region signs without NIP."""
    return Signer(
        name=user.full_name,
        title=seat.title or _title(seat.office),
        capacity_line=seat.label if seat.is_acting else "",
        office=seat.office,
        nip="" if seat.office == Office.KDH else user.nip,
    )


def capacity_of(office: str) -> str:
    """In what right an office is held today: definitive, Plt., Plh. or Pj."""
    held = [seat for person in people_in(office) for seat in seats(person) if seat.office == office]
    return held[0].capacity if held else Capacity.DEFINITIVE


def _title(office: str) -> str:
    if office != Office.KDH:
        return str(Office(office).label)
    government = Government.current()
    return f"{government.head_title} {government.name.split(' ', 1)[-1]}"
