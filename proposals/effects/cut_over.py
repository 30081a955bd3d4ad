"""The papers that a case brought with it from before this system."""

from typing import Any

from kerjasama.documents import services
from proposals import cut_over

#: How a paper is marked that was not made here.
MARK = "proses kertas"


def keep_papers(proposal: Any, act: Any) -> None:
    """Each proof with its number and day. Raises UploadRefused; then nothing has happened."""
    for evidence in cut_over.behind(proposal.route, proposal.stage):
        paper = act.data["papers"][evidence.code]
        kept = services.attach_upload(
            proposal, "ATTACHMENT", f"{evidence.label} ({MARK})"[:160], paper["file"], by=act.by, number=paper["number"], dated=paper["dated"]
        )  # fmt: skip
        act.record.setdefault("documents", []).append(kept.pk)
