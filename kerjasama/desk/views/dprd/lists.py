"""The inbox, the history and the statistics of the DPRD, each with its CSV."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from kerjasama.core import clock, parameters, text
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.exports import csv_response
from kerjasama.desk import dossier, dprd_lists
from kerjasama.desk.dprd_lists import STATES, AnsweredForm, Row, WaitingForm
from kerjasama.desk.views.dprd.common import require_reader
from kerjasama.reviews.statistics import Line, durations

PAGE = 25
ROW_COLUMNS = [
    "Kode",
    "Rencana kerja sama",
    "Jenis",
    "Mitra",
    "Permohonan ke-",
    "Nomor surat",
    "Dikirim",
    "Diterima",
    "Komisi",
    "Batas keputusan",
]


def _wanted(form: Any) -> dict[str, Any]:
    """The filters; what cannot be read is left out."""
    return form.cleaned_data if form.is_valid() else {}


@require_GET
@login_required
def inbox(request: HttpRequest) -> HttpResponse:
    """Requests that wait for the DPRD, the fewest days left first."""
    require_reader(request)
    form = WaitingForm(request.GET, committees=dprd_lists.committees(request.user))
    wanted = _wanted(form)
    page = Paginator(dprd_lists.waiting(request.user, wanted), PAGE).get_page(request.GET.get("halaman"))
    everything = dossier.waiting(request.user)
    today, address, state = clock.today(), reverse("desk:dprd"), wanted.get("keadaan") or "semua"
    context = {
        "rows": dprd_lists.waiting_rows(page),
        "page_obj": page,
        "total": everything.count(),
        "late": everything.filter(due_on__lt=today).count(),
        "unreceived": everything.filter(due_on__isnull=True).count(),
        "filter_form": form,
        "views": [
            {"label": label, "url": f"{address}?{urlencode({'keadaan': key})}", "current": key == state} for key, label in STATES
        ],
        "clear_url": address if wanted.get("q") or wanted.get("komisi") else "",
        "exports": [{"label": "CSV", "url": f"{reverse('desk:dprd_export')}?{request.GET.urlencode()}"}],
        "work_calendar": WorkCalendar.load(),
    }  # fmt: skip
    return render(request, "desk/dprd_inbox.html", context)


@require_GET
@login_required
def inbox_export(request: HttpRequest) -> StreamingHttpResponse:
    """The inbox as CSV: exactly what the filters show."""
    require_reader(request)
    wanted = _wanted(WaitingForm(request.GET, committees=dprd_lists.committees(request.user)))
    rows = dprd_lists.waiting_rows(dprd_lists.waiting(request.user, wanted))
    head = [*ROW_COLUMNS, "Keadaan"]
    lines = ([*_cells(row), row.standing["label"]] for row in rows)
    return csv_response(f"permohonan-dprd-{clock.today():%Y%m%d}", _with_head(wanted, head, lines))


@require_GET
@login_required
def history(request: HttpRequest) -> HttpResponse:
    """Every request that is answered, withdrawn or deemed approved, the newest first."""
    require_reader(request)
    form = _answered_form(request)
    wanted = _wanted(form)
    page = Paginator(dprd_lists.answered(request.user, wanted), PAGE).get_page(request.GET.get("halaman"))
    filtered = any(wanted.get(name) for name in ("q", "tahun", "hasil", "komisi"))
    context = {
        "rows": dprd_lists.answered_rows(page),
        "page_obj": page,
        "filter_form": form,
        "filtered": filtered,
        "clear_url": reverse("desk:dprd_history") if filtered else "",
        "exports": [{"label": "CSV", "url": f"{reverse('desk:dprd_history_export')}?{request.GET.urlencode()}"}],
    }
    return render(request, "desk/dprd_history.html", context)


@require_GET
@login_required
def history_export(request: HttpRequest) -> StreamingHttpResponse:
    """The history as CSV: exactly what the filters show."""
    require_reader(request)
    wanted = _wanted(_answered_form(request))
    rows = dprd_lists.answered_rows(dprd_lists.answered(request.user, wanted))
    head = [*ROW_COLUMNS, "Hasil", "Rapat paripurna", "Nomor keputusan", "Tanggal keputusan", "Lama (hari kerja)"]
    lines = ([*_cells(row), *_outcome(row)] for row in rows)
    return csv_response(f"keputusan-dprd-{clock.today():%Y%m%d}", _with_head(wanted, head, lines))


@require_GET
@login_required
def statistics(request: HttpRequest) -> HttpResponse:
    """How long the DPRD took, by year and by komisi, in working days."""
    require_reader(request)
    found = durations(dprd_lists.asked_about(request.user).values_list("pk", flat=True))
    context = {
        "durations": found,
        "days_allowed": int(parameters.value("days_dprd")),
        "tables": [("Per tahun", "Tahun", found.years), ("Per komisi", "Komisi", found.committees)],
        "export_url": reverse("desk:dprd_statistics_export"),
    }
    return render(request, "desk/dprd_statistics.html", context)


@require_GET
@login_required
def statistics_export(request: HttpRequest) -> StreamingHttpResponse:
    """The statistics as CSV."""
    require_reader(request)
    found = durations(dprd_lists.asked_about(request.user).values_list("pk", flat=True))
    return csv_response(f"lama-keputusan-dprd-{clock.today():%Y%m%d}", _statistics(found))


def _statistics(found: Any) -> Iterator[list[Any]]:
    yield [
        "Kelompok",
        "Nama",
        "Keputusan",
        "Ditolak",
        "Dianggap disetujui",
        "Lewat tenggat",
        "Median (hari kerja)",
        "Terlama (hari kerja)",
    ]
    if found.whole:
        yield _counted("Semua", "Semua", found.whole)
    yield from (_counted("Tahun", line.name, line) for line in found.years)
    yield from (_counted("Komisi", line.name or "Tanpa komisi", line) for line in found.committees)


def _counted(group: str, name: str, line: Line) -> list[Any]:
    return [
        group,
        name,
        line.answers,
        line.refused,
        line.deemed,
        line.late,
        f"{line.median:g}".replace(".", ","),
        line.longest,
    ]


def _answered_form(request: HttpRequest) -> AnsweredForm:
    return AnsweredForm(
        request.GET, years=dprd_lists.years(request.user), committees=dprd_lists.committees(request.user)
    )


def _with_head(wanted: dict[str, Any], head: list[str], lines: Iterator[list[Any]]) -> Iterator[list[Any]]:
    told = "; ".join(f"{name} {value}" for name, value in wanted.items() if value)
    yield [f"Saringan: {told or 'tanpa saringan'}; {text.date_long(clock.today())}"]
    yield head
    yield from lines


def _cells(row: Row) -> list[Any]:
    case, asked = row.proposal, row.clearance
    return [
        case.code, case.title, case.kind, "; ".join(p.name for p in case.counterparts), asked.number_in_row, asked.letter_number,
        _iso(asked.sent_on), _iso(asked.received_on), asked.committee, _iso(asked.due_on),
    ]  # fmt: skip


def _outcome(row: Row) -> list[Any]:
    days, asked = row.days if row.days is not None else "", row.clearance
    return [row.standing["label"], _iso(asked.session_on), asked.decision_number, _iso(asked.decided_on), days]


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""
