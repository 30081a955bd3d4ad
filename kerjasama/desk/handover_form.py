"""What is typed when the work of one person passes to another."""

from typing import Any

from django import forms

from kerjasama.accounts.models import User
from kerjasama.accounts.selectors import active_users
from kerjasama.core import clock
from kerjasama.core.fields import DayField
from kerjasama.core.forms import BaseForm


class TakerChoice(forms.ModelChoiceField):
    """A person by name and e-mail: two may share a name."""

    def label_from_instance(self, obj: User) -> str:
        return f"{obj.full_name} ({obj.email or obj.username})"


class HandoverForm(BaseForm):
    """To whom, from which day, on what basis."""

    taker = TakerChoice(label="Diserahkan kepada", queryset=User.objects.none(), empty_label="Pilih penerima")
    from_day = DayField(label="Berlaku sejak", help_text="Sehari sebelumnya adalah hari terakhir orang ini.")
    basis = forms.CharField(
        label="Dasar", max_length=200, help_text="Nomor dan tanggal keputusan atau berita acara serah terima."
    )

    def __init__(self, *args: Any, giver: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["taker"].queryset = active_users().filter(is_partner=False).exclude(pk=giver.pk)
        self.fields["from_day"].initial = clock.today()
