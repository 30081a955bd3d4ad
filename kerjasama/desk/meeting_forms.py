"""What the secretary of the TKKSD types about a meeting."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.fields import DayField
from kerjasama.core.forms import BaseForm
from kerjasama.documents import number_rules
from kerjasama.documents.numbering import field_of
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews.models import Meeting
from kerjasama.reviews.models.meeting import Presence
from proposals.models import Proposal
from proposals.services import meetings


class MeetingForm(BaseForm):
    """Base of the forms here: each knows its meeting and gives keyword arguments for its service."""

    draws_letter = False

    def __init__(self, *args: Any, meeting: Meeting | None = None, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting, self.user = meeting, user
        rule = number_rules.rule_of("SURAT")
        if self.draws_letter and rule.is_external:
            self.fields[field_of("SURAT")] = forms.CharField(
                label="Nomor surat undangan dari agenda pusat", max_length=120, help_text=f"Polanya {rule.pattern}."
            )

    def facts(self) -> dict[str, Any]:
        """The cleaned values, the typed number among them as the papers want it."""
        values = dict(self.cleaned_data)
        typed = values.pop(field_of("SURAT"), "")
        return values | ({"numbers": {"SURAT": [typed]}} if typed else {})


class CasesMixin(forms.Form):
    """Which of the waiting cases go on the agenda."""

    def add_cases(self, user: User, chosen: Sequence[str] = ()) -> None:
        self.waiting = {str(case.pk): case for case in meetings.waiting(user)}
        rows = [(key, f"{case.code} {case.title} ({case.get_kind_display()})") for key, case in self.waiting.items()]
        field = forms.MultipleChoiceField(
            label="Usulan yang dibahas", choices=rows, widget=forms.CheckboxSelectMultiple(attrs={"class": "ks-checks"}),
            initial=list(chosen), help_text="Yang paling lama menunggu berada di atas.",
            error_messages={"required": "Pilih sedikitnya satu usulan."},
        )  # fmt: skip
        self.fields = {"cases": field, **self.fields}

    def clean_cases(self) -> list[Proposal]:
        return [self.waiting[key] for key in self.cleaned_data["cases"]]


class ScheduleForm(MeetingForm):
    """Day, hour, place and agenda."""

    draws_letter = True
    held_on = DayField(label="Tanggal rapat")
    held_at = forms.TimeField(
        label="Pukul", initial="09.00", input_formats=["%H.%M", "%H:%M"], widget=forms.TimeInput(format="%H.%M"), help_text="Contoh: 09.00",
    )  # fmt: skip
    place = forms.CharField(label="Tempat", max_length=200)
    agenda = forms.CharField(label="Acara", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class CallForm(CasesMixin, ScheduleForm):
    """A new meeting about several cases."""

    def __init__(self, *args: Any, user: User, chosen: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        self.fields["agenda"].initial = "Pembahasan rencana kerja sama daerah"
        self.add_cases(user, chosen)


class MoreCasesForm(CasesMixin, MeetingForm):
    """More cases on the agenda of a meeting that was called."""

    draws_letter = True

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        self.add_cases(user)


class MoveForm(ScheduleForm):
    """Another day, hour or place, and why."""

    reason = forms.CharField(
        label="Alasan perubahan", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}), help_text="Dibaca semua yang diundang."
    )  # fmt: skip

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, meeting=meeting, **kwargs)
        for name in ("held_on", "held_at", "place", "agenda"):
            self.fields[name].initial = getattr(meeting, name)


class CarryOnForm(ScheduleForm):
    """When a meeting that was left open is continued."""

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, meeting=meeting, **kwargs)
        for name in ("held_at", "place", "agenda"):
            self.fields[name].initial = getattr(meeting, name)


class CancelForm(MeetingForm):
    """Why a meeting is not held."""

    reason = forms.CharField(
        label="Alasan pembatalan", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}), help_text="Dibaca semua yang diundang."
    )  # fmt: skip


class AttendanceForm(MeetingForm):
    """Who came, in person or represented by whom."""

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, meeting=meeting, **kwargs)
        self.attendances = reviews.attendance_of(meeting)
        for row in self.attendances:
            who, seat = row.member.user.full_name, row.member.get_seat_display()
            unsaid = row.state == Presence.INVITED
            self.fields[f"state_{row.member_id}"] = forms.ChoiceField(
                label=f"{who} ({seat})", initial=Presence.ABSENT if unsaid else row.state,
                choices=[("SELF", "Hadir sendiri"), ("REPRESENTED", "Diwakili"), ("ABSENT", "Tidak hadir")],
            )  # fmt: skip
            self.fields[f"by_{row.member_id}"] = forms.CharField(
                label=f"Nama dan jabatan yang mewakili {who}",
                required=False,
                max_length=200,
                initial=row.represented_by,
            )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        for row in self.attendances:
            represented = values.get(f"state_{row.member_id}") == Presence.REPRESENTED
            named = bool(values.get(f"by_{row.member_id}", "").strip())
            if represented and not named:
                self.add_error(f"by_{row.member_id}", "Sebut nama dan jabatan yang mewakili.")
            elif named and not represented:
                self.add_error(f"by_{row.member_id}", "Nama wakil hanya diisi bagi anggota yang diwakili.")
        return values

    def facts(self) -> dict[str, Any]:
        values = self.cleaned_data
        keys = [row.member_id for row in self.attendances]
        return {"attendance": {key: (values[f"state_{key}"], values[f"by_{key}"].strip()) for key in keys}}

    @property
    def cells(self) -> list[dict[str, Any]]:
        """Each member with his two fields."""
        return [
            {"member": row.member, "state": self[f"state_{row.member_id}"], "by": self[f"by_{row.member_id}"]}
            for row in self.attendances
        ]


def opens_today(meeting: Meeting) -> bool:
    """The day of the meeting has come."""
    return meeting.held_on <= clock.today()
