"""How a report is laid on paper: by the trait of its route, a letter of the Kepala Daerah or a nota dinas of the Kabag."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from kerjasama.accounts.models import Government
from kerjasama.accounts.offices import Office
from kerjasama.core import parameters, text
from kerjasama.documents import papers
from kerjasama.documents.papers import Signer
from kerjasama.statutory import differences, sheets
from kerjasama.statutory.contents import Content
from kerjasama.statutory.models import ReportEdition
from kerjasama.statutory.outgoing import REPORT
from kerjasama.statutory.stages import Trait
from kerjasama.workflow.sentences import lower_first

NOTE = "STATUTORY_NOTE"


@dataclass(frozen=True, slots=True)
class Paper:
    """A sort of paper: its kind and template, the kop, the type of its number, and who signs it."""

    kind: str
    template: str
    rank: str
    series: str
    office: str


PAPERS: dict[str, Paper] = {
    Trait.OUTGOING: Paper(REPORT, "laporan_kerja_sama", "KDH", "SURAT", Office.KDH),
    Trait.INTERNAL: Paper(NOTE, "nota_laporan_kerja_sama", "SETDA", "ND", Office.KABAG),
}


def paper_of(edition: ReportEdition) -> Paper:
    """The paper of an edition."""
    return next(paper for trait, paper in PAPERS.items() if trait in edition.route.traits)


def series_of(edition: ReportEdition) -> str:
    """The type of number its paper takes."""
    return paper_of(edition).series


def context_of(edition: ReportEdition, content: Content, signer: Signer) -> dict[str, Any]:
    """Everything the paper says, from the content that is frozen with it."""
    report, government, sort = edition.report, Government.current(), paper_of(edition)
    addressee = report.rule.addressee(government.level)
    head = papers.letterhead(sort.rank)
    data = content.data
    return papers.statutory_report(
        title=report.rule.label, period=report.period_label, basis=edition.step.basis, edition=edition.number, why=edition.why,
        to=addressee.lines or (f"Yth. {head['head_title']}",), opening=_opening(edition, str(government)), figures=_figures(content),
        parts=[("Analisis", data["analysis"]), ("Rencana tindak lanjut", data["follow_up"])],
        tables=[_table(sheet) for sheet in sheets.of(data)], compared=_compared(data["compared_with"]), content_hash=content.sha256,
        signer=signer, copies=addressee.copies, rank=sort.rank, paper=parameters.value("paper_size"), kop=head,
    )  # fmt: skip


def addressee_of(edition: ReportEdition) -> str:
    """To whom it goes, as it is kept: our own head of region by his title."""
    government = Government.current()
    addressee = edition.report.rule.addressee(government.level)
    return addressee.name if addressee.lines else papers.letterhead("KDH")["head_title"]


def _opening(edition: ReportEdition, ours: str) -> str:
    report = edition.report
    until = f"{text.date_long(report.starts_on)} sampai dengan {text.date_long(report.ends_on)}"
    what = lower_first(report.rule.label)
    return f"Berdasarkan {edition.step.basis}, bersama ini kami sampaikan {what} {ours} untuk periode {until}, dengan pokok-pokok sebagai berikut:"


def _figures(content: Content) -> list[str]:
    """The figures of the letter as sentences."""
    data, counts = content.data, sheets.figures(content.data)
    told = [
        f"naskah kerja sama yang ditandatangani, berlaku, atau berakhir pada periode ini: {counts['naskah']} naskah",
        f"naskah yang sudah dilaporkan perangkat daerah pelaksana: {counts['reported']} naskah",
        f"usulan yang masih dalam proses: {counts['process']} usulan",
        f"laporan monitoring yang melewati tenggat: {counts['overdue']} laporan",
    ]
    if counts["left_out"]:
        told.append(
            f"naskah lama dalam register yang tidak dimuat, dengan sebabnya dalam lampiran: {counts['left_out']} naskah"
        )
    if data["compared_with"]:
        changed = differences.told(data["changes"])
        told.append(f"perubahan sejak {_compared(data['compared_with'])}: {lower_first(changed)}")
    return told


def _compared(named: dict[str, Any] | None) -> str:
    if not named:
        return ""
    dated = f" tanggal {text.date_long(date.fromisoformat(named['dated']))}" if named["dated"] else ""
    return f"{named['name']} Nomor {named['number']}{dated}"


def columns_of(columns: tuple[sheets.Column, ...]) -> list[dict[str, Any]]:
    """The columns as a paper lays them: each with its part of the width in percent, beside that of the number."""
    whole = sum(c.share for c in columns)
    return [
        {"label": c.label, "money": c.money, "centre": c.centre, "width": round(96 * c.share / whole, 1)}
        for c in columns
    ]


def _table(sheet: sheets.Sheet) -> dict[str, Any]:
    return {
        "title": sheet.title,
        "columns": columns_of(sheet.columns),
        "rows": sheet.rows,
        "totals": sheet.totals,
        "empty": sheet.empty,
    }
