"""What the TKKSD has before it besides the KAK: the study, the criteria, other regimes; findings of its recommendation."""

from typing import Any

Finding = tuple[str, str]


def third_party_findings(proposal: Any) -> list[Finding]:
    """Findings on the study, the three criteria and what sector law asks; none where a case has none of them."""
    found: list[Finding] = []
    study = getattr(proposal, "study", None)
    if study is not None:
        conditions = f" Syarat: {study.conditions}" if study.conditions else ""
        found.append(("Studi kelayakan", f"{study.get_conclusion_display()}, disusun {study.made_by}.{conditions}"))
    rows = list(proposal.criteria.all())
    if rows:
        lines = [f"{chr(97 + n)}. {row}: {row.reason}" for n, row in enumerate(rows)]
        found.append(("Telaahan kriteria Pasal 18 ayat (1) PP 28/2018", "\n".join(lines)))
    rules = [str(row) for row in proposal.special_rules.all()]
    if rules:
        found.append(("Ketentuan lain yang berlaku", "\n".join(rules)))
    return found
