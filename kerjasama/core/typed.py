"""What comes in with a request, before anything is done with it."""

#: The largest value of an integer column: what is beyond it names nothing here.
MOST = 2_147_483_647


def whole(typed: object, *, most: int = MOST) -> int | None:
    """A whole number from a request, written in the figures 0 to 9; None for anything else and for more than `most`.

    str.isdigit() is no guard: it takes "²" and "①", which int() refuses.
    """
    written = str(typed) if typed is not None else ""
    if not (written.isascii() and written.isdecimal()) or len(written) > len(str(most)):
        return None
    number = int(written)
    return number if number <= most else None
