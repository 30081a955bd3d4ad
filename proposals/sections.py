"""The sections in which a proposal is written, and what makes each complete."""

from dataclasses import dataclass

from kerjasama.workflow.guards import Guard
from proposals import guards


@dataclass(frozen=True)
class Section:
    """A page of the wizard: `key` chooses its form, `guards` say whether it is complete."""

    key: str
    slug: str
    label: str
    guards: tuple[Guard, ...]
    help_title: str
    help_text: str
    law: str


SECTIONS = (
    Section(
        "terms", "kak", "Objek dan tujuan", (guards.has_terms_of_reference, guards.has_affair),
        "Mengapa delapan bagian?",
        "Kerangka acuan kerja memuat latar belakang, maksud dan tujuan, lokasi, ruang lingkup, jangka waktu, manfaat, analisis dampak, dan pembiayaan. "
        "Isinya menjadi lampiran surat permohonan dan bahan TKKSD.",
        "PP 28/2018 Pasal 6 ayat (1) huruf a",
    ),
    Section(
        "finance", "pembiayaan", "Pembiayaan dan beban", (guards.has_budget_facts,),
        "Mengapa ditanyakan?",
        "Jawaban di halaman ini menentukan apakah usulan memerlukan persetujuan DPRD: bila membebani masyarakat dan daerah, "
        "dan/atau pendanaannya belum teranggarkan dalam APBD tahun berjalan.",
        "PP 28/2018 Pasal 6 ayat (2)",
    ),
    Section(
        "support", "pendukung", "Perencanaan dan pernyataan", (guards.stands_in_plan, guards.has_declarations),
        "Objek di luar perencanaan",
        "Objek yang belum tercantum dalam perencanaan hanya dapat dikerjasamakan dalam keadaan darurat, untuk program strategis nasional, "
        "atau dalam tugas pembantuan. Pelaksanaannya tidak boleh bertentangan dengan kesusilaan, ketertiban umum, kepentingan nasional, dan peraturan.",
        "PP 28/2018 Pasal 4 ayat (2) sampai dengan ayat (4)",
    ),
)  # fmt: skip


def section(slug: str) -> Section | None:
    """The section of an address, or None."""
    return next((part for part in SECTIONS if part.slug == slug), None)
