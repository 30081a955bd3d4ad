"""The naskah that stand together: what is above one, and everything below, signed here or before this system."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.http import urlencode

from agreements.models import Agreement, OldNaskah, RegisterEntry
from agreements.register_columns import TONES
from agreements.register_standing import annotated
from agreements.stages import Stage
from kerjasama.accounts.models import User
from kerjasama.core import clock

#: No family is deeper: Kesepakatan Bersama, perjanjian, adendum or yearly plan, and room for what was entered oddly.
DEEPEST = 6
Key = tuple[str, int]
HERE, OLD = "agreement", "old"


@dataclass
class Node:
    """One naskah with what stands under it. `was`: the codes of the old naskah it was; `more`: the address that lists those under it."""

    key: Key
    form: str
    title: str
    code: str
    url: str
    state: str
    tone: str
    here: bool = False
    was: str = ""
    more: str = ""
    #: What is planned under it, filled in by who knows: [{text, when, state}].
    activities: list[dict[str, Any]] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)

    def walk(self) -> Iterable["Node"]:
        """This one and everything below it."""
        yield self
        for child in self.children:
            yield from child.walk()


def trees(user: User, *, agreements: Collection[int] = (), olds: Collection[int] = ()) -> list[Node]:
    """The families to which some naskah belong, as far as a person may see them, in a number of queries that only their depth decides."""
    asked: set[Key] = {(HERE, pk) for pk in agreements} | {(OLD, pk) for pk in olds}
    level = _tops(user, asked)
    roots = _load(user, level)
    nodes, links = dict(roots), []
    level = set(roots)
    for _ in range(DEEPEST):
        below = _below(user, level)
        fresh = {key: node for key, (node, _above) in below.items() if key not in nodes}
        if not fresh:
            break
        links += [(above, key) for key, (_node, above) in below.items() if key in fresh]
        nodes |= fresh
        level = set(fresh)
    for above, key in links:
        nodes[above].children.append(nodes[key])
    for key in asked & nodes.keys():
        nodes[key].here = True
    _say_where(nodes)
    return list(roots.values())


def _tops(user: User, keys: set[Key]) -> set[Key]:
    """The highest naskah above each that this person may see."""
    tops: set[Key] = set()
    level = {(HERE, pk) for kind, pk in keys if kind == HERE}, {(OLD, pk) for kind, pk in keys if kind == OLD}
    here, olds = ({pk for _, pk in part} for part in level)
    for _ in range(DEEPEST):
        above_here: set[int] = set()
        above_old: set[int] = set()
        for pk, parent in _parents_here(user, here):
            if parent is None:
                tops.add((HERE, pk))
            else:
                above_here.add(parent)
        for pk, same, parent, parent_old in _parents_old(user, olds):
            if same or parent:
                above_here.add(same or parent)
            elif parent_old:
                above_old.add(parent_old)
            else:
                tops.add((OLD, pk))
        if not above_here and not above_old:
            return tops
        here, olds = above_here, above_old
    return tops | {(HERE, pk) for pk in here} | {(OLD, pk) for pk in olds}


def _parents_here(user: User, keys: set[int]) -> list[tuple[int, int | None]]:
    """(key, key of its parent where this person may see it)."""
    if not keys:
        return []
    seen = Agreement.visible_to(user).select_related(None).order_by().values("pk")
    rows = list(Agreement.objects.filter(pk__in=keys).filter(pk__in=seen).values_list("pk", "parent_id"))
    may = set(
        Agreement.objects.filter(pk__in=[parent for _, parent in rows if parent])
        .filter(pk__in=seen)
        .values_list("pk", flat=True)
    )
    return [(pk, parent if parent in may else None) for pk, parent in rows]


def _parents_old(user: User, keys: set[int]) -> list[tuple[int, int | None, int | None, int | None]]:
    """(key, what it lives on as, its parent here, its old parent), each where this person may see it."""
    if not keys:
        return []
    rows = list(
        OldNaskah.visible_to(user)
        .filter(pk__in=keys)
        .values_list("pk", "continued_as_id", "parent_id", "parent_old_id")
    )
    wanted = {key for _, same, parent, _old in rows for key in (same, parent) if key}
    seen = Agreement.visible_to(user).select_related(None).order_by()
    may = set(seen.filter(pk__in=wanted).values_list("pk", flat=True)) if wanted else set()
    above = {old for *_, old in rows if old}
    held = OldNaskah.visible_to(user).filter(pk__in=above, withdrawn_at__isnull=True)
    may_old = set(held.values_list("pk", flat=True)) if above else set()
    return [
        (pk, same if same in may else None, parent if parent in may else None, old if old in may_old else None)
        for pk, same, parent, old in rows
    ]


def _load(user: User, keys: set[Key]) -> dict[Key, Node]:
    """The naskah of these keys."""
    here, olds = [pk for kind, pk in keys if kind == HERE], [pk for kind, pk in keys if kind == OLD]
    found: dict[Key, Node] = {}
    if here:
        found |= {(HERE, a.pk): _node_here(a) for a in Agreement.visible_to(user).filter(pk__in=here).order_by("pk")}
    if olds:
        found |= {(OLD, o.pk): _node_old(o) for o in OldNaskah.visible_to(user).filter(pk__in=olds).order_by("pk")}
    return found


def _below(user: User, keys: set[Key]) -> dict[Key, tuple[Node, Key]]:
    """What stands right under these, with the key of what each stands under."""
    here, olds = {pk for kind, pk in keys if kind == HERE}, {pk for kind, pk in keys if kind == OLD}
    found: dict[Key, tuple[Node, Key]] = {}
    if here:
        under = (
            Agreement.visible_to(user)
            .filter(parent__in=here)
            .exclude(stage=Stage.CANCELLED)
            .order_by("signed_on", "pk")
        )
        found |= {(HERE, a.pk): (_node_here(a), (HERE, a.parent_id)) for a in under}
    held = OldNaskah.visible_to(user).filter(withdrawn_at__isnull=True, continued_as__isnull=True)
    under_it = Q(parent__in=here) | Q(parent_old__continued_as__in=here) | Q(parent_old__in=olds)
    for old in held.filter(under_it).select_related("parent_old").order_by("signed_on", "pk"):
        found[OLD, old.pk] = (_node_old(old), _above(old))
    return found


def _above(old: OldNaskah) -> Key:
    if old.parent_id:
        return (HERE, old.parent_id)
    if old.parent_old.continued_as_id:
        return (HERE, old.parent_old.continued_as_id)
    return (OLD, old.parent_old_id)


def _node_here(agreement: Agreement) -> Node:
    tone = {Stage.IN_FORCE: "ok", Stage.ENDED: ""}.get(Stage(agreement.stage), "wait")
    return Node(
        (HERE, agreement.pk), str(agreement.get_instrument_display()), agreement.title, agreement.case_code, agreement.get_absolute_url(),
        agreement.stage_label(), tone,
    )  # fmt: skip


def _node_old(old: OldNaskah) -> Node:
    form = old.get_instrument_display() or "Naskah lama"
    return Node((OLD, old.pk), str(form), old.shown_title, old.code, old.get_absolute_url(), "", "")


def _say_where(nodes: dict[Key, Node]) -> None:
    """Where the old ones stand today, what those of this system were before, and where the register lists what is under each."""
    olds, here = ([pk for kind, pk in nodes if kind == wanted] for wanted in (OLD, HERE))
    if olds:
        for entry in annotated(RegisterEntry.objects.filter(old__in=olds), clock.today()):
            node = nodes[OLD, entry.old_id]
            node.state, node.tone = str(RegisterEntry.State(entry.standing).label), TONES[entry.standing]
    if here:
        for old in OldNaskah.objects.filter(continued_as__in=here).order_by("pk"):
            node = nodes[HERE, old.continued_as_id]
            node.was = f"{node.was}, {old.code}" if node.was else old.code
    for (kind, pk), node in nodes.items():
        if node.children:
            named = str(pk) if kind == HERE else f"NL-{pk}"
            node.more = f"{reverse('agreements:register')}?{urlencode({'keadaan': 'semua', 'induk': named})}"
