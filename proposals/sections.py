"""The sections in which a proposal is written, and what makes each complete."""

from dataclasses import dataclass
from typing import Any

from kerjasama.workflow.guards import Guard
from proposals import guards


@dataclass(frozen=True)
class Section:
    """A page of the wizard: `key` chooses its form, `guards` say whether it is complete, `at` where it is written."""

    key: str
    slug: str
    label: str
    guards: tuple[Guard, ...]
    help_title: str
    help_text: str
    law: str
    at: tuple[str, ...] = ()


ALL = (
    Section(
        "mapping", "pemetaan", "Pemetaan urusan", (guards.has_mapping, guards.has_externality, guards.parties_border),
        "Mengapa dipetakan lebih dahulu?",
        "Urusan dipetakan menurut potensi, karakteristik, dan kebutuhan sebelum dikerjasamakan. Pada KSDD wajib, pemetaan juga menunjukkan "
        "eksternalitas lintas daerah dan batas antarpihak, lalu dibawa ke koordinasi teknis.",
        "PP 28/2018 Pasal 5 dan Pasal 17 huruf a",
    ),
    Section(
        "terms", "kak", "Objek dan tujuan", (guards.has_terms_of_reference, guards.has_affair),
        "Mengapa delapan bagian?",
        "Kerangka acuan kerja memuat latar belakang, maksud dan tujuan, lokasi, ruang lingkup, jangka waktu, manfaat, analisis dampak, dan pembiayaan. "
        "Isinya menjadi lampiran surat permohonan dan bahan TKKSD.",
        "PP 28/2018 Pasal 6 ayat (1) huruf a",
    ),
    Section(
        "contacts", "narahubung", "Narahubung pihak ketiga", (guards.has_contacts,),
        "Mengapa dua orang?",
        "Dua narahubung menjaga agar pemrakarsa tetap dapat dihubungi selama usulan diperiksa. Dokumen legalitasnya dicatat dari halaman usulan.",
        "Praktik pemerintah daerah; PP 28/2018 Pasal 18 ayat (2)",
    ),
    Section(
        "study", "studi-kelayakan", "Studi kelayakan", (guards.has_study,),
        "Mengapa studi kelayakan lebih dahulu?",
        "Kerja sama dengan pihak ketiga didahului studi kelayakan. Jawabannya tentang beban, anggaran, dan barang milik daerah dipakai untuk "
        "menghitung perlu tidaknya persetujuan DPRD.",
        "UU 23/2014 Pasal 366 ayat (3); PP 28/2018 Pasal 17 huruf b",
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
    Section(
        "exploration", "penjajakan", "Kajian penjajakan",
        (guards.has_exploration, guards.has_affair, guards.has_relations, guards.meets_conditions, guards.fits_plans, guards.is_equal),
        "Enam bagian kajian dan lima syarat",
        "Kajian memuat judul, latar belakang, maksud dan tujuan, pemetaan, manfaat, dan kesimpulan. Kerja sama luar negeri mensyaratkan hubungan "
        "diplomatik, urusan sendiri, tanpa kantor perwakilan, tanpa campur tangan, dan sesuai dengan rencana pembangunan. Dengan pemerintah daerah "
        "di luar negeri ditambah kesetaraan, saling melengkapi, dan hubungan antarmasyarakat.",
        "Permendagri 25/2020 Pasal 5, 11, dan 12; PP 28/2018 Pasal 27", at=("EXPLORATION",),
    ),
    Section(
        "forwarding", "penerusan", "Kerja sama induk",
        (guards.has_parent, guards.has_affair, guards.has_relations, guards.meets_conditions, guards.fits_plans, guards.has_technical_papers),
        "Apa yang diteruskan?",
        "Penerusan melanjutkan kerja sama Pemerintah Pusat dengan mitra itu. Sebut kementerian atau lembaga pemegangnya, nomor, tanggal, dan akhirnya: "
        "kerja sama di daerah tidak dapat melampauinya.",
        "PP 28/2018 Pasal 36; Permendagri 25/2020 Pasal 27 sampai dengan 30",
    ),
    Section(
        "plan", "rencana", "Rencana kerja sama", (guards.has_seven_parts,),
        "Tujuh bagian rencana",
        "Subjek; latar belakang; maksud, tujuan, dan sasaran; objek; ruang lingkup; sumber pembiayaan; jangka waktu. Rencana dibahas TKKSD, disetujui "
        "DPRD, lalu diverifikasi Menteri.",
        "PP 28/2018 Pasal 30 ayat (3); Permendagri 25/2020 Pasal 15", at=("PLAN",),
    ),
)  # fmt: skip


def sections_of(proposal: Any) -> list[Section]:
    """The sections of a case, in the order its route asks for them."""
    known = {part.key: part for part in ALL}
    parts = [known[key] for key in proposal.route.parts]
    return [part for part in parts if not part.at or proposal.stage in part.at]


def section(proposal: Any, slug: str) -> Section | None:
    """The section of an address on the route of a case, or None."""
    return next((part for part in sections_of(proposal) if part.slug == slug), None)


def section_to_write(proposal: Any) -> Section:
    """The first section that is not complete yet; the first of all when nothing is lacking."""
    parts = sections_of(proposal)
    return next((part for part in parts if any(guard.lacks(proposal, None) for guard in part.guards)), parts[0])
