"""Open one PDF from standard input and say what is in it. Run as a program of its own.

A hostile PDF can make any reader use all memory or never end, so this runs under limits and apart
from the web process. Imports nothing of the project. Answers {"pages": n} or {"refused": reason}.
"""

import io
import json
import sys

import pikepdf

MEMORY = 640 * 1024 * 1024
CPU_SECONDS = 20
OBJECTS = 300_000
NODES = 3_000_000
#: A page tree may name one page a million times in a few bytes; no paper of an office is that long.
PAGES = 5_000
OPENS_ONLY = "opens"
SCRIPTED = {"/JavaScript"}
RUNNING = {
    "/Launch",
    "/ImportData",
    "/SubmitForm",
    "/GoToE",
    "/GoToR",
    "/Rendition",
    "/Movie",
    "/Sound",
    "/RichMediaExecute",
    "/Hide",
}
EMBEDDING = {"/EmbeddedFile", "/EmbeddedFiles", "/EF", "/RichMedia"}
SCRIPT_KEYS = {"/JS", "/JavaScript", "/XFA", "/OnInstantiate"}
#: The one file that may lie in a PDF: the data of a paper that we printed, as `documents.press` puts it there.
OUR_NAME, OUR_KIND, OUR_SCHEMA = "data.json", "/application/json", "kerjasama/dokumen/1"
OUR_KEYS = {
    "schema", "kind", "template", "number", "dated", "title", "about", "case_code", "partner", "from", "to", "signer",
    "verification", "naskah", "annex", "draft",
}  # fmt: skip
DATA_BYTES = 4 * 1024 * 1024


class Refused(Exception):
    """The reason stands in the first argument."""


def look(content: bytes, judging: bool = True) -> int:
    """The number of pages; raises Refused. Without `judging` what is in it does not matter, only that it can be read."""
    try:
        # Without recovery: a file that must be repaired first is not the file its sender saw.
        with pikepdf.open(io.BytesIO(content), attempt_recovery=False, suppress_warnings=True) as pdf:
            if pdf.is_encrypted:
                raise Refused("encrypted")
            walk(pdf, judge if judging else pass_over)
            pages = len(pdf.pages)
            if any("damaged" in str(warning).lower() for warning in pdf.get_warnings()):
                raise Refused("damaged")
    except pikepdf.PasswordError as problem:
        raise Refused("encrypted") from problem
    except pikepdf.PdfError as problem:
        raise Refused("damaged") from problem
    if not pages:
        raise Refused("empty")
    if pages > PAGES:
        raise Refused("long")
    return pages


def walk(pdf: pikepdf.Pdf, judging) -> None:
    """Let every dictionary be judged, also those that no page reaches. Raises Refused."""
    seen, ours = 0, our_data(pdf)
    for count, held in enumerate(pdf.objects):
        if count > OBJECTS:
            raise Refused("complex")
        todo = [held]
        while todo:
            node = todo.pop()
            seen += 1
            if seen > NODES:
                raise Refused("complex")
            if isinstance(node, pikepdf.Array):
                todo.extend(inner for inner in direct(node))
            elif isinstance(node, pikepdf.Dictionary | pikepdf.Stream):
                judging(node, ours)
                facts = node.stream_dict if isinstance(node, pikepdf.Stream) else node
                todo.extend(direct(facts.values()))


def direct(nodes):
    """What lies inside a node itself; what it points to comes up in its own turn."""
    containers = (pikepdf.Array, pikepdf.Dictionary)
    return [n for n in nodes if isinstance(n, containers) and not n.is_indirect]


def our_data(pdf: pikepdf.Pdf) -> frozenset:
    """The three objects that carry the data of a paper of ours: list, description, content. Empty for any other PDF."""
    names = pdf.Root.get("/Names")
    listed = names.get("/EmbeddedFiles") if isinstance(names, pikepdf.Dictionary) else None
    named = listed.get("/Names") if isinstance(listed, pikepdf.Dictionary) else None
    if not isinstance(named, pikepdf.Array) or len(named) != 2 or str(named[0]) != OUR_NAME:
        return frozenset()
    told = named[1]
    held = told.get("/EF") if isinstance(told, pikepdf.Dictionary) else None
    # The same content may be named twice, for old readers and new ones.
    contents = list(held.values()) if isinstance(held, pikepdf.Dictionary) and set(held.keys()) <= {"/F", "/UF"} else []
    if not contents or not all(isinstance(one, pikepdf.Stream) and is_our_json(one) for one in contents):
        return frozenset()
    return frozenset(node.objgen for node in (listed, told, *contents) if node.is_indirect)


def is_our_json(content: pikepdf.Stream) -> bool:
    """Words and numbers under our own keys; nothing that could be run or opened by another program."""
    if str(content.get("/Subtype", "")) != OUR_KIND:
        return False
    data = content.read_bytes()
    try:
        told = json.loads(data.decode()) if len(data) <= DATA_BYTES else None
    except ValueError:
        return False
    return isinstance(told, dict) and told.get("schema") == OUR_SCHEMA and set(told) <= OUR_KEYS


def judge(node, ours: frozenset = frozenset()) -> None:
    """Raises Refused for a dictionary that runs or carries something; `ours` are objects that may carry."""
    keys = set(node.keys())
    kind, action = str(node.get("/Type", "")), str(node.get("/S", ""))
    subtype = str(node.get("/Subtype", ""))
    if keys & SCRIPT_KEYS or action in SCRIPTED:
        raise Refused("script")
    if fetches(node, keys):
        raise Refused("outside")
    if action in RUNNING or (node.get("/AA") is not None and len(node.AA)) or runs_on_opening(node):
        raise Refused("action")
    if subtype in {"/FileAttachment", "/RichMedia"} or "/RichMedia" in keys:
        raise Refused("embedded")
    if (keys & EMBEDDING or kind in EMBEDDING) and not is_ours(node, ours):
        raise Refused("embedded")


def is_ours(node, ours: frozenset) -> bool:
    """One of our objects, or the dictionary of names, which points to our list and to nothing else that is carried."""
    if node.is_indirect and node.objgen in ours:
        return True
    listed = node.get("/EmbeddedFiles")
    return not set(node.keys()) & (EMBEDDING - {"/EmbeddedFiles"}) and listed is not None and listed.objgen in ours


def pass_over(node, ours: frozenset = frozenset()) -> None:
    """Any dictionary will do."""


def fetches(node, keys: set[str]) -> bool:
    """Whether a reader would take a part of the page from elsewhere: stream data in a file, an address, a page of another PDF."""
    if isinstance(node, pikepdf.Stream) and keys & {"/F", "/FFilter"}:
        return True
    borrowed = node.get("/Ref")
    from_elsewhere = isinstance(borrowed, pikepdf.Dictionary) and "/F" in borrowed
    return "/OPI" in keys or from_elsewhere or str(node.get("/FS", "")) == "/URL"


def runs_on_opening(node) -> bool:
    """An /OpenAction that is no mere place to scroll to; ordinary programs write such a place."""
    opening = node.get("/OpenAction")
    if opening is None or isinstance(opening, pikepdf.Array):
        return False
    if not isinstance(opening, pikepdf.Dictionary):
        return True
    # A script is told apart when its own dictionary is judged; behind a mere place another action may stand.
    return "/Next" in opening or str(opening.get("/S", "")) not in {"/GoTo", *SCRIPTED}


def limit() -> None:
    """Bound memory and processor time where the system knows how (not on Windows)."""
    try:
        import resource  # noqa: PLC0415 - absent on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


def main() -> None:
    """Read, judge, answer."""
    limit()
    try:
        answer = {"pages": look(sys.stdin.buffer.read(), judging=OPENS_ONLY not in sys.argv)}
    except Refused as refused:
        answer = {"refused": refused.args[0]}
    except (MemoryError, RecursionError):
        answer = {"refused": "complex"}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
