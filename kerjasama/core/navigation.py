"""Navigation is data: the desk lists its pages as `NavItem`s, the frame draws them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True)
class NavItem:
    """One line of the side navigation.

    `count_key` names the figure beside it; `hot` paints that figure brass (it is the reader's own turn);
    `offices` are the codes that see the line, empty for everybody;
    `tab` is its short label on the phone's bottom bar;
    `key` is the letter after "g" that opens it (b, u, t).
    """

    label: str
    url_name: str
    icon: str
    group: str
    count_key: str = ""
    offices: frozenset[str] = frozenset()
    hot: bool = False
    tab: str = ""
    key: str = ""


def build(
    items: Iterable[NavItem], *, offices: Collection[str], counts: Mapping[str, int], path: str
) -> list[dict[str, Any]]:
    """The groups as base.html draws them: [{"label", "items": [{label, url, icon, count, hot, current, tab, key}]}].

    A page whose URL does not exist (yet) is left out. The longest matching address is the current one.
    """
    lines = [
        (item, url)
        for item in items
        if (not item.offices or item.offices & set(offices)) and (url := _address(item.url_name))
    ]
    here = max((url for _, url in lines if _within(path, url)), key=len, default=None)
    groups: dict[str, list[dict[str, Any]]] = {}
    for item, url in lines:
        groups.setdefault(item.group, []).append(
            {
                "label": item.label,
                "url": url,
                "icon": item.icon,
                "count": counts.get(item.count_key) or 0,
                "hot": item.hot,
                "current": url == here,
                "tab": item.tab,
                "key": item.key,
            }
        )
    return [{"label": label, "items": entries} for label, entries in groups.items()]


def _address(url_name: str) -> str:
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""


def _within(path: str, url: str) -> bool:
    return path == url or (url != "/" and path.startswith(url))
