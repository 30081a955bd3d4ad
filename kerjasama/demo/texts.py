"""How far the naskah of a case go: plans from an opened naskah to its end, and what comes before them."""

from collections.abc import Callable
from datetime import date, timedelta

from kerjasama.demo import doings, watching, words
from kerjasama.demo.endings import approved, at_dprd, recommended
from kerjasama.demo.plans import (
    REGISTERED,
    Plan,
    Step,
    case,
    cleared,
    decided,
    naskah_opened,
    parafs,
    scanned,
    signed,
    signing_planned,
    struck,
    text,
    text_locked,
    whole_naskah,
)
from kerjasama.demo.story import Story
from kerjasama.demo.walk import Walk

Ending = Callable[[Story], Plan]


def locked(instrument: str) -> Plan:
    return [naskah_opened(3, instrument), *text_locked(4, 3)]


def planned(instrument: str, ahead: int = 3) -> Plan:
    return [*locked(instrument), *parafs(), signing_planned(1, ahead)]


def kept(instrument: str) -> Plan:
    """Signed, and its scan looked at."""
    return [*planned(instrument), signed(3), *scanned()]


def sent_back(instrument: str) -> Plan:
    """Given back by the Asisten after the first paraf."""
    return [*locked(instrument), *parafs("ratna"), text(1, "return_from_paraf", "bambang", reason=words.PARAF_BACK)]


def mended() -> Plan:
    """Another version with what was wanted, read and locked again."""
    return [Step(2, _extension), *text_locked(1, 2)]


def _extension(walk: Walk) -> None:
    doings.revise_text(walk, "extension", "PERPANJANGAN", words.EXTENSION, words.EXTENSION_NOTE)


def thorough(instrument: str, wait: int = 5) -> Plan:
    """A naskah that went back once to the drafter and once to the chain's beginning before it came into force."""
    return [
        naskah_opened(wait, instrument), text(2, "send_to_legal", "staf"), text(2, "return_from_legal", "hukum", reason=words.LEGAL_BACK),
        Step(1, _laws), *text_locked(1, 2), *parafs("ratna"), text(1, "return_from_paraf", "bambang", reason=words.PARAF_BACK),
        *mended(), *parafs(), signing_planned(1, 4), signed(4), *scanned(), text(1, "register", "pemeriksa", archive_place=PLACE),
    ]  # fmt: skip


def _laws(walk: Walk) -> None:
    doings.revise_text(walk, "other", "LAIN-LAIN", (LAWS,), words.NAMES_LAWS)


PLACE = "Ruang Arsip Bagian Kerja Sama, lemari 4"
LAWS = "Hal-hal yang belum diatur ditetapkan kemudian berdasarkan kesepakatan PARA PIHAK dengan berpedoman pada Peraturan Pemerintah Nomor 28 Tahun 2018."


def amended(wait: int) -> Plan:
    """The financing of the PKS is worded anew by an adendum, from the wish to the register."""
    return [
        Step(wait, lambda walk: doings.reword(walk, "financing", words.FINANCING_CHANGED, words.CHANGE_WISHED)),
        *text_locked(), *parafs(), signing_planned(0, 2), signed(2), *scanned(), REGISTERED,
    ]  # fmt: skip


def watched(wait: int) -> Step:
    """The naskah gets its indicators and the work plan of the year."""
    return Step(wait, lambda walk: watching.watch(walk, walk.agreement))


def both(story: Story) -> Plan:
    """KB and PKS in force."""
    return [*approved(story), *whole_naskah("KB", wait=3), *whole_naskah("PKS", wait=6)]


def after_kb(story: Story, plan: Plan) -> Plan:
    """The KB in force, and then a PKS that is under way."""
    return [*approved(story), *whole_naskah("KB", wait=3), *plan]


def between(story: Story, wait: int = 10) -> Plan:
    """Under the first policy: the KB signed, and only then the question of the DPRD."""
    return [*recommended(story), *whole_naskah("KB", wait=3), case(wait, "open_dprd_gate", "ratna")]


def run_out() -> Plan:
    """What the clock does when the terms of KB and PKS are reached."""
    return [struck(0, on=_day_after_parent), struck(0, on=_day_after_end)]


def _day_after_end(walk: Walk) -> date:
    return walk.agreement.ends_on + timedelta(days=1)


def _day_after_parent(walk: Walk) -> date:
    return walk.agreement.parent.ends_on + timedelta(days=1)


ENDINGS: dict[str, Ending] = {
    "notes met": lambda story: [
        *at_dprd(story), decided(20, "APPROVED_WITH_NOTES", words.DPRD_NOTES),
        Step(4, lambda walk: doings.follow_up_notes(walk, words.NOTES_MET)), *whole_naskah("KB", wait=3), *whole_naskah("PKS", wait=6),
    ],
    "drafting": lambda story: [*approved(story), naskah_opened(2, "KB")],
    "back from paraf": lambda story: [*approved(story), *sent_back("KB")],
    "legal": lambda story: [*approved(story), *locked("KB")[:-1]],
    "legal PKS": lambda story: after_kb(story, locked("PKS")[:-1]),
    "paraf Kabag": lambda story: [*approved(story), *locked("KB")],
    "paraf Asisten PKS": lambda story: after_kb(story, [*locked("PKS"), *parafs("ratna")]),
    "paraf Sekda": lambda story: [*approved(story), *locked("KB"), *parafs("ratna", "bambang")],
    "signing preparation": lambda story: [*approved(story), *locked("KB"), *parafs()],
    "signing": lambda story: [*approved(story), *planned("KB", 6)],
    "signing PKS": lambda story: after_kb(story, planned("PKS", 8)),
    "scanning": lambda story: [*approved(story), *planned("KB"), signed(3)],
    "validation PKS": lambda story: after_kb(story, kept("PKS")[:-1]),
    "registration": lambda story: [*approved(story), *kept("KB")],
    "KB": lambda story: [*approved(story), *whole_naskah("KB", wait=3)],
    "KB and PKS": both,
    "KB and PKS, thorough": lambda story: [*approved(story), *thorough("KB"), *whole_naskah("PKS", wait=8), watched(3)],
    "KB and PKS, amended": lambda story: [*both(story), *amended(20)],
    "KB and PKS, being amended": lambda story: [*both(story), watched(5), *amended(60)[:4]],
    "cancelled": lambda story: [
        *approved(story), *locked("KB"), *parafs("ratna"), text(9, "cancel", "ratna", reason=words.CANCELLED),
    ],
    "between": lambda story: [*between(story), *cleared(story, 25), *whole_naskah("PKS", wait=4)],
    "between, pending": lambda story: [*between(story, 610), *cleared(story, 25)[:-1]],
    "between, cleared": lambda story: [*between(story, 60), *cleared(story, 25)],
    "ended": lambda story: [*between(story), *cleared(story, 25), *whole_naskah("PKS", wait=4)],
}  # fmt: skip
