"""Admin forms over the services: the same checks, their sentences at the fields."""

from typing import Any

from django import forms

from kerjasama.accounts import services
from kerjasama.accounts.models import Delegation, Holding
from kerjasama.core.errors import BadInput
from kerjasama.core.fields import DayField
from kerjasama.core.refusals import show


class PeriodForm(forms.ModelForm):
    starts_on = DayField(label="Hari pertama")
    ends_on = DayField(label="Hari terakhir", required=False)

    def build(self, typed: dict[str, Any]) -> Any:
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if self.errors:
            return typed
        try:
            self.instance = self.build(dict(typed))
        except BadInput as refusal:
            show(self, refusal, names={"ends_on": "last_day"})
        return typed

    def _post_clean(self) -> None:
        """Leave the record alone: it was built and checked whole, with what was found for it."""


class HoldingForm(PeriodForm):
    class Meta:
        model = Holding
        fields = ["user", "office", "unit", "title", "basis"]

    def build(self, typed: dict[str, Any]) -> Holding:
        return services.build_holding(typed.pop("user"), typed.pop("office"), **typed)


class DelegationForm(PeriodForm):
    class Meta:
        model = Delegation
        fields = ["office", "unit", "capacity", "delegate", "principal", "title", "basis"]

    def build(self, typed: dict[str, Any]) -> Delegation:
        first_three = (typed.pop("office"), typed.pop("delegate"), typed.pop("capacity"))
        return services.build_delegation(*first_three, **typed)


class EndingForm(forms.ModelForm):
    last_day = DayField(label="Hari terakhir", required=False)
    annul = forms.BooleanField(
        label="Batalkan",
        required=False,
        help_text="Untuk catatan yang keliru: dianggap tidak pernah berlaku.",
    )
    reason = forms.CharField(label="Alasan", max_length=500)

    class Meta:
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["last_day"] = self.instance.ends_on

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if self.errors or typed["annul"]:
            return typed
        if typed["last_day"] is None:
            self.add_error("last_day", "Isi hari terakhir, atau beri tanda pada “Batalkan”.")
            return typed
        try:
            services.check_shortening(self.instance, last_day=typed["last_day"], reason=typed["reason"])
        except BadInput as refusal:
            show(self, refusal, names={"ends_on": "last_day"})
        return typed
