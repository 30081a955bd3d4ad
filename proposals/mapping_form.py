"""The mapping of an affair: potential, characteristics, needs; externality and borders where the law asks for them."""

from itertools import combinations
from typing import Any

from django import forms

from kerjasama.accounts.models import Government, User
from kerjasama.parties import borders
from proposals.forms import SectionForm
from proposals.guards.mandatory import all_parties
from proposals.models import Mapping, Proposal
from proposals.routes import Trait
from proposals.services import drafting

TEXTS = ("potential", "characteristics", "needs", "externality")
HINTS = {
    "potential": "Sumber daya, sarana, dan peluang yang dimiliki para pihak pada urusan ini.",
    "characteristics": "Keadaan khas wilayah, masyarakat, dan layanan yang memengaruhi urusan ini.",
    "needs": "Masalah yang hendak diatasi dan siapa yang membutuhkannya.",
    "externality": "Dampak atau akibat yang melintasi batas daerah bila urusan ini dijalankan sendiri-sendiri.",
}


class MappingForm(SectionForm):
    """The mapping with the urusan; which regions border is recorded once and known to every case."""

    asked_later = ("affair", *TEXTS)

    class Meta:
        model = Proposal
        fields = ["affair"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_affairs()
        self.coordinated = Trait.COORDINATED in self.instance.route.traits
        mapping = getattr(self.instance, "mapping", None)
        for name in TEXTS if self.coordinated else TEXTS[:-1]:
            label = Mapping._meta.get_field(name).verbose_name
            self.fields[name] = forms.CharField(
                label=f"{label[:1].upper()}{label[1:]}", required=False, max_length=8000, help_text=HINTS[name],
                widget=forms.Textarea(attrs={"rows": 4}), initial=getattr(mapping, name, ""),
            )  # fmt: skip
        if self.coordinated:
            self._ask_borders()

    def _ask_borders(self) -> None:
        parties = all_parties(self.instance)
        known = borders.known(parties)
        self.pairs = {
            f"{one.pk if one else 0}-{other.pk if other else 0}": (one, other)
            for one, other in combinations(parties, 2)
        }
        chosen = [key for key, (one, other) in self.pairs.items() if borders.pair(one, other) in known]
        self.fields["borders"] = forms.MultipleChoiceField(
            label="Daerah yang berbatasan langsung", required=False, initial=chosen, widget=forms.CheckboxSelectMultiple,
            choices=[(key, f"{_name(one)} dan {_name(other)}") for key, (one, other) in self.pairs.items()],
            help_text="Batas daerah dicatat sekali dan berlaku bagi semua usulan.",
        )  # fmt: skip

    def store(self, *, by: User) -> None:
        """The urusan, the mapping, and the borders that are new."""
        super().store(by=by)
        written = {name: self.cleaned_data[name] for name in TEXTS if name in self.cleaned_data}
        drafting.write_mapping(self.instance, written, by=by)
        if self.coordinated:
            borders.record([self.pairs[key] for key in self.cleaned_data["borders"]], by=by)


def _name(party: Any) -> str:
    return party.name if party else str(Government.current())
