"""One thing that waits for a person, as every list of tasks shows it."""

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that waits for a person: what to do, on which case, until when."""

    title: str
    subject: str
    code: str
    kind: str
    category: str
    url: str
    action_url: str
    due_on: date | None
    since: date | None

    def as_row(self) -> dict[str, Any]:
        """As components/tasks.html wants it."""
        return {
            "title": self.title, "url": self.url, "due_on": self.due_on, "kind": self.kind, "category": self.category,
            "detail": f"{self.code} · {self.subject}", "action_label": "Buka", "action_url": self.action_url,
        }  # fmt: skip
