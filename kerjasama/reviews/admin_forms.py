"""Admin forms over the services: the same checks, their sentences at the fields."""

from typing import Any

from django import forms
from django.forms.models import BaseInlineFormSet

from kerjasama.core.errors import BadInput
from kerjasama.core.fields import DayField
from kerjasama.core.refusals import show
from kerjasama.reviews.models import Member, Substitute, Team
from kerjasama.reviews.services import substitutes, teams
from kerjasama.reviews.services.teams import NewMember


class TeamForm(forms.ModelForm):
    """A new decree with its term."""

    decree_date = DayField(label="tanggal keputusan")
    starts_on = DayField(label="hari pertama")
    ends_on = DayField(label="hari terakhir", required=False)

    class Meta:
        model = Team
        fields = ["decree_number", "decree_date"]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if self.errors:
            return typed
        try:
            teams.check_term(**typed)
        except BadInput as refusal:
            show(self, refusal)
        else:
            self.instance.period = teams.span(typed["starts_on"], typed["ends_on"])
        return typed


class EndingForm(forms.ModelForm):
    """The last day of a membership, with the reason."""

    last_day = DayField(label="hari terakhir")
    reason = forms.CharField(label="alasan", max_length=500)

    class Meta:
        fields: list[str] = []

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if not self.errors and typed.get("last_day"):
            try:
                teams.check_ending(self.instance, **typed)
            except BadInput as refusal:
                show(self, refusal)
        return typed


class TeamEndingForm(EndingForm):
    """As above for a whole team; left empty when only a member is added."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("last_day", "reason"):
            if name in self.fields:
                self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        if typed.get("reason") and not typed.get("last_day"):
            self.add_error("last_day", "Isi hari terakhir masa berlaku tim.")
        return typed


class MemberForm(forms.ModelForm):
    """A new seat; without a day it begins with the team."""

    since = DayField(label="sejak", required=False, help_text="Kosong: sejak hari pertama tim.")

    class Meta:
        model = Member
        fields = ["user", "seat", "unit", "title", "since"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.pop("since", None)
        if "user" in self.fields:
            self.fields["user"].queryset = self.fields["user"].queryset.filter(is_active=True)

    def new_member(self) -> NewMember:
        typed = self.cleaned_data
        return NewMember(typed["user"], typed["seat"], typed["unit"], typed["title"])


class MemberFormSet(BaseInlineFormSet):
    """The members of a decree; a new team names its chair at once."""

    def clean(self) -> None:
        super().clean()
        if any(self.errors) or self.instance.period is None:
            return
        fresh = [form.new_member() for form in self.fresh_forms()]
        if self.instance.pk is None:
            problem = teams.seats_problem(fresh)
            if problem:
                raise forms.ValidationError(problem)
        for form in self.fresh_forms():
            try:
                teams.check_member(self.instance, form.new_member(), since=self.first_day(form))
            except BadInput as refusal:
                show(form, refusal)

    def fresh_forms(self) -> list[MemberForm]:
        """The forms in which somebody new was named."""
        return [form for form in self.extra_forms if form.has_changed() and form.cleaned_data.get("user")]

    def first_day(self, form: MemberForm) -> Any:
        return form.cleaned_data["since"] or self.instance.starts_on


class SubstituteForm(forms.ModelForm):
    """Who fills a seat, from when to when, by which paper."""

    starts_on = DayField(label="hari pertama")
    ends_on = DayField(label="hari terakhir")

    class Meta:
        model = Substitute
        fields = ["member", "user", "title", "basis"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "user" in self.fields:
            self.fields["user"].queryset = self.fields["user"].queryset.filter(is_active=True)
            self.fields["member"].queryset = Member.objects.filter(ended_on__isnull=True).select_related("user")

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if not self.errors:
            facts = {name: typed[name] for name in ("starts_on", "ends_on", "basis")}
            try:
                substitutes.check_substitute(typed["member"], typed["user"], **facts)
            except BadInput as refusal:
                show(self, refusal)
            else:
                self.instance.period = teams.span(typed["starts_on"], typed["ends_on"])
        return typed
