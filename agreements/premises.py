"""What the parties explain before they agree, by the route of the naskah."""

from typing import Any

from agreements.amendments import cited
from agreements.stages import Instrument, Trait

REGIONS = (
    "bahwa penyelenggaraan urusan pemerintahan yang menjadi kewenangan daerah dapat dikerjasamakan dengan daerah lain "
    "berdasarkan pertimbangan efisiensi dan efektivitas pelayanan publik serta saling menguntungkan"
)
THIRD_PARTY = (
    "bahwa daerah dapat mengadakan kerja sama dengan pihak ketiga berdasarkan pertimbangan efisiensi dan efektivitas "
    "pelayanan publik serta saling menguntungkan, sebagaimana diatur dalam Peraturan Pemerintah Nomor 28 Tahun 2018 "
    "tentang Kerja Sama Daerah"
)
SYNERGY = (
    "bahwa urusan pemerintahan yang memerlukan dukungan program dilaksanakan melalui sinergi antara Pemerintah Pusat dan "
    "Pemerintah Daerah sebagaimana diatur dalam Pasal 46 Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah"
)
STUDIED = "bahwa kerja sama ini telah didahului studi kelayakan"
CHANGES = "bahwa PARA PIHAK sepakat mengubah beberapa ketentuan di dalamnya"
EXECUTES = "bahwa perjanjian ini melaksanakan Kesepakatan Bersama PARA PIHAK"
#: The opening premise and what follows it, by route; elsewhere that of cooperation between regions.
OPENING = {
    "KSDPK.KB": (THIRD_PARTY, STUDIED),
    "KSDPK.PKS": (THIRD_PARTY, STUDIED),
    "SINERGI.NK": (SYNERGY,),
}


def premises(agreement: Any) -> list[str]:
    """The lines after "bahwa", in order."""
    if Trait.AMENDS in agreement.route.traits:
        return [f"bahwa PARA PIHAK telah menandatangani {cited(agreement.parent)}", CHANGES]
    lines = [
        *OPENING.get(agreement.route_key, (REGIONS,)),
        f"bahwa PARA PIHAK sepakat bekerja sama dalam {agreement.title}",
    ]
    if agreement.instrument == Instrument.PKS:
        lines.append(EXECUTES)
    return lines
