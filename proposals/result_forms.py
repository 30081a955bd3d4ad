"""What came out of a meeting of the TKKSD about one case: typed on its page with who came, or in the meeting's own room."""

from typing import Any

from django import forms

from kerjasama.accounts.selectors import active_units, unit_named
from kerjasama.core.fields import DayField
from kerjasama.core.widgets import OptionCards, Suggestions
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.forms import ActForm


class ResultForm(ActForm):
    """Discussion, conclusion and up to five conditions, on the attendance that stands recorded for the meeting."""

    date_label = "Tanggal rapat dilaksanakan"
    conditions_asked = 5
    discussion = forms.CharField(label="Pokok pembahasan", max_length=8000, widget=forms.Textarea(attrs={"rows": 6}))
    conclusion = forms.ChoiceField(
        label="Kesimpulan",
        choices=[
            ("RECOMMENDED", "Direkomendasikan"),
            ("WITH_REPAIR", "Direkomendasikan dengan perbaikan"),
            ("NOT_RECOMMENDED", "Tidak direkomendasikan"),
        ],
        widget=OptionCards(
            consequences={
                "RECOMMENDED": "Usulan dapat dilanjutkan.",
                "WITH_REPAIR": "Usulan dapat dilanjutkan sesudah semua syarat dipenuhi.",
                "NOT_RECOMMENDED": "Usulan dapat ditutup dengan alasan.",
            }
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = list(active_units().order_by("name").values_list("name", flat=True))
        for number in range(1, self.conditions_asked + 1):
            self.fields[f"condition_{number}"] = forms.CharField(
                label=f"Syarat {number}", required=False, max_length=500
            )
            self.fields[f"owner_{number}"] = forms.CharField(
                label=f"Penanggung jawab syarat {number}", required=False, max_length=160, widget=Suggestions(units)
            )
            self.fields[f"due_{number}"] = DayField(label=f"Tenggat syarat {number}", required=False, help_text="")
        self._offer_conditions_of_members()

    def _offer_conditions_of_members(self) -> None:
        """What members asked for in their opinions, to be taken over with one owner and one day."""
        found = [condition for opinion in reviews.opinions(self.subject) for condition in opinion.conditions.all()]
        self.proposed = {str(condition.pk): condition for condition in found}
        if not found:
            return
        told = {str(c.pk): f"Usul {c.opinion.member.user.full_name}" for c in found}
        rows = [(key, f"{row.text} ({told[key]})") for key, row in self.proposed.items()]
        self.fields["take_over"] = forms.MultipleChoiceField(
            label="Ambil syarat dari pendapat anggota",
            required=False,
            choices=rows,
            widget=forms.CheckboxSelectMultiple(),
        )
        self.fields["take_owner"] = forms.CharField(
            label="Penanggung jawab syarat yang diambil",
            required=False,
            max_length=160,
            initial=self.subject.lead_unit.name,
        )
        self.fields["take_due"] = DayField(label="Tenggat syarat yang diambil", required=False, help_text="")

    @property
    def taken_fields(self) -> list[Any]:
        """The fields by which conditions of members are taken over; none where nobody named any."""
        return [self[name] for name in ("take_over", "take_owner", "take_due") if name in self.fields]

    def _taken(self) -> list[dict[str, Any]]:
        values = self.cleaned_data
        return [
            {
                "text": self.proposed[key].text, **_owner(values["take_owner"]), "due_on": values.get("take_due"),
                "taken_from": self.proposed[key],
            }
            for key in values.get("take_over", ())
        ]  # fmt: skip

    @property
    def condition_rows(self) -> list[dict[str, Any]]:
        """Each condition with its three fields."""
        return [
            {"n": n, "text": self[f"condition_{n}"], "owner": self[f"owner_{n}"], "due": self[f"due_{n}"]}
            for n in range(1, self.conditions_asked + 1)
        ]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        asked = [n for n in range(1, self.conditions_asked + 1) if values.get(f"condition_{n}", "").strip()]
        for number in asked:
            if not values.get(f"owner_{number}", "").strip():
                self.add_error(f"owner_{number}", f"Sebut penanggung jawab syarat {number}.")
        if values.get("take_over") and not values.get("take_owner", "").strip():
            self.add_error("take_owner", "Sebut penanggung jawab syarat yang diambil.")
        if values.get("conclusion") == "WITH_REPAIR" and not asked and not values.get("take_over"):
            self.add_error("condition_1", "Tulis sedikitnya satu syarat perbaikan.")
        return values

    def facts(self) -> dict[str, Any]:
        values = self.cleaned_data
        numbers = [n for n in range(1, self.conditions_asked + 1) if values.get(f"condition_{n}", "").strip()]
        return {
            "discussion": values["discussion"],
            "conclusion": values["conclusion"],
            "conditions": [
                {
                    "text": values[f"condition_{n}"].strip(),
                    **_owner(values[f"owner_{n}"]),
                    "due_on": values.get(f"due_{n}"),
                }
                for n in numbers
            ]
            + self._taken(),
            "occurred_on": values["occurred_on"],
            "expect": values["expect"],
        }


class MeetingRecordForm(ResultForm):
    """The result with who came, for a meeting about this case alone."""

    template_name = "proposals/forms/meeting_record.html"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        item = reviews.current_item(self.subject)
        rows = {row.member_id: row for row in reviews.attendances(item)} if item else {}
        self.members = [row.member for row in rows.values()]
        for member in self.members:
            stands = rows[member.pk]
            self.fields[f"attendance_{member.pk}"] = forms.ChoiceField(
                label=f"{member.user.full_name} ({member.get_seat_display()})",
                choices=[("ABSENT", "Tidak hadir"), ("SELF", "Hadir sendiri"), ("REPRESENTED", "Diwakili")],
                initial="ABSENT" if stands.state == "INVITED" else stands.state,
            )
            self.fields[f"represented_{member.pk}"] = forms.CharField(
                label=f"Nama dan jabatan yang mewakili {member.user.full_name}", required=False, max_length=160,
                initial=stands.represented_by,
            )  # fmt: skip

    @property
    def attendance_rows(self) -> list[dict[str, Any]]:
        """Each member with his two fields."""
        return [
            {"member": m, "presence": self[f"attendance_{m.pk}"], "represented": self[f"represented_{m.pk}"]}
            for m in self.members
        ]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        for member in self.members:
            represented = values.get(f"attendance_{member.pk}") == "REPRESENTED"
            if represented and not values.get(f"represented_{member.pk}", "").strip():
                self.add_error(f"represented_{member.pk}", "Sebut nama dan jabatan yang mewakili.")
        return values

    def facts(self) -> dict[str, Any]:
        values = self.cleaned_data
        attendance = {
            m.pk: (values[f"attendance_{m.pk}"], values.get(f"represented_{m.pk}", "").strip()) for m in self.members
        }
        return {**super().facts(), "attendance": attendance}


def _owner(typed: str) -> dict[str, Any]:
    """Who is to meet a condition: in words, and as a unit of ours where it names one."""
    return {"owner": typed.strip(), "owner_unit": unit_named(typed)}
