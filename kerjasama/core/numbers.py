"""Numbers of naskah and letters as they are compared: one form for however they were typed."""

import re

BLANKS, AROUND = re.compile(r"\s+"), re.compile(r"\s*([/.\-:])\s*")
ENDS = " .,;:/-"


def plain_number(written: str) -> str:
    """A number for comparing: capital letters, no blanks around its signs, one blank elsewhere, nothing hanging at its ends."""
    return BLANKS.sub(" ", AROUND.sub(r"\1", written)).strip(ENDS).upper()
