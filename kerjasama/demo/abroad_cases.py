"""Cases abroad in the seeded region, each at another place on its way; two letters wait for their paraf."""

from kerjasama.demo import abroad, plans
from kerjasama.demo.abroad import ForeignStory
from kerjasama.demo.plans import Plan
from kerjasama.parties.models import Partner

_WATER = {
    "affair": "Lingkungan hidup", "unit": "DLH", "background": "Mutu air sungai perkotaan menurun dan tenaga pengelolanya terbatas.",
    "aims": "Meningkatkan mutu pengelolaan air bersih.", "scope": "Pelatihan tenaga teknis\nUji coba pemantauan mutu air",
    "benefits": "Air lebih bersih bagi warga kota.", "impact": "Tidak ada dampak negatif.", "financing": "Anggaran masing-masing pihak.",
}  # fmt: skip
_FARM = {
    "affair": "Pertanian", "unit": "DISTAN", "background": "Hasil padi lahan tadah hujan belum stabil.", "aims": "Mengembangkan benih tahan kering.",
    "scope": "Riset bersama\nPetak percontohan", "benefits": "Hasil panen lebih pasti.", "impact": "Ramah lingkungan.",
    "financing": "Anggaran masing-masing pihak.",
}  # fmt: skip


_PUPILS = {
    "affair": "Pendidikan", "unit": "DISDIK", "background": "Pelajar belum mempunyai jalur belajar singkat di kota mitra.",
    "aims": "Memperluas wawasan pelajar dan guru.", "scope": "Pertukaran pelajar\nPelatihan guru", "benefits": "Pengalaman belajar bertambah.",
    "impact": "Tidak ada dampak negatif.", "financing": "Anggaran masing-masing pihak.",
}  # fmt: skip
_STAGE = {
    "affair": "Kebudayaan", "unit": "DISPAR", "background": "Kesenian daerah belum dikenal di kota mitra.", "aims": "Mempromosikan kesenian daerah.",
    "scope": "Pentas bersama\nLokakarya seni", "benefits": "Kunjungan wisata bertambah.", "impact": "Tidak ada dampak negatif.",
    "financing": "Anggaran masing-masing pihak.",
}  # fmt: skip


def told(partners: dict[str, Partner]) -> list[tuple[ForeignStory, Plan, int]]:
    """Story, plan and how many days ago its last step happened."""
    sister = ForeignStory(title="Kota Kembar: Pengelolaan Air Perkotaan", partner=partners["FOREIGN_REGION"], **_WATER)
    school = ForeignStory(
        title="Riset Benih Padi Tahan Kering", partner=partners["FOREIGN_OTHER"], kind="KSDLL", category="CENTRAL_APPROVAL", plan_row=5, **_FARM
    )  # fmt: skip
    nonprofit = ForeignStory(
        title="Sanitasi Berbasis Masyarakat", partner=partners["FOREIGN_NONPROFIT"], kind="KSDLL", category="FORWARDED_NONPROFIT", years=3,
        ministry=partners["MINISTRY"], plan_row=6, **_WATER,
    )  # fmt: skip
    pupils = ForeignStory(
        title="Kota Kembar: Pertukaran Pelajar", partner=partners["FOREIGN_REGION"], plan_row=7, **_PUPILS
    )
    stage = ForeignStory(
        title="Kota Kembar: Pentas Seni Bersama", partner=partners["FOREIGN_REGION"], plan_row=8, **_STAGE
    )
    return [
        (pupils, [*abroad.explored(pupils), *abroad.asked_about_intent()[:1]], 3),
        (stage, [*abroad.explored(stage), *abroad.asked_about_intent()[:1]], 1),
        (sister, [*abroad.explored(sister), *abroad.asked_about_intent()], 6),
        (school, [*abroad.explored(school), *abroad.consulted(), *abroad.intended(), *abroad.planned(), *plans.asked_dprd()], 8),
        (nonprofit, abroad.forwarded_to_nonprofit(nonprofit), 60),
    ]  # fmt: skip
