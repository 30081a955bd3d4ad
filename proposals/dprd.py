"""Whether the DPRD must approve: computed from three recorded facts (PP 28/2018 art. 6(2))."""

from dataclasses import dataclass

BASIS = "PP 28/2018 Pasal 6 ayat (2)"
#: The papers of a case that belong to a request, in the order in which they are read; the DPRD opens no others.
DPRD_PAPERS = (
    "DPRD_REQUEST", "PLAN", "SIGNED_SCAN", "NASKAH_SIGNED", "STUDY", "KAK", "MINUTES", "RECOMMENDATION", "THEIR_LETTER", "ATTACHMENT",
    "DPRD_QUESTION", "DPRD_ANSWER", "DPRD_MINUTES", "DPRD_DECISION",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Requirement:
    """The answer, in words, with its basis; `required` is None while a fact is missing."""

    required: bool | None
    sentence: str
    basis: str = BASIS
    note: str = ""


#: Cooperation abroad asks the DPRD whatever the budget (PP 28/2018 art. 30, 38; Permendagri 25/2020 art. 16).
ALWAYS = Requirement(
    True, "Persetujuan DPRD selalu diperlukan bagi kerja sama dengan pihak luar negeri.", "PP 28/2018 Pasal 30 ayat (1)"
)
#: The policy of the day on which the case began took the DPRD off the route of a forwarding.
NEVER_FORWARDED = Requirement(
    False, "Penerusan kerja sama Pemerintah Pusat tidak dimintakan persetujuan DPRD menurut kebijakan daerah.",
    "Permendagri 25/2020 Pasal 16; parameter dprd_for_forwarding",
)  # fmt: skip


def dprd_requirement(
    burdens_community: bool | None,
    burdens_region: bool | None,
    unbudgeted: bool | None,
    *,
    policy: str,
    uses_assets: bool = False,
    assets_count: bool = False,
) -> Requirement:
    """The table of the statute over M, D and U. `policy` is `conservative` or `strict` for M alone."""
    if None in (burdens_community, burdens_region, unbudgeted):
        return Requirement(
            None, "Jawab ketiga pertanyaan beban dan anggaran agar kebutuhan persetujuan DPRD dapat dihitung."
        )
    if unbudgeted:
        return Requirement(
            True,
            "Persetujuan DPRD diperlukan karena pendanaannya belum (sepenuhnya) teranggarkan dalam APBD tahun berjalan.",
        )
    if burdens_community and burdens_region:
        return Requirement(True, "Persetujuan DPRD diperlukan karena rencana ini membebani masyarakat dan daerah.")
    if burdens_community:
        if policy == "strict":
            return Requirement(False, "Persetujuan DPRD tidak diperlukan menurut bunyi pasal: membebani masyarakat, tetapi tidak membebani daerah.",
                               note="Kebijakan “ketat” dipakai. Catat pertimbangannya.")  # fmt: skip
        return Requirement(True, "Persetujuan DPRD diperlukan karena rencana ini membebani masyarakat.",
                           note="Kebijakan “berhati-hati” dipakai.")  # fmt: skip
    if uses_assets and assets_count:
        return Requirement(True, "Persetujuan DPRD diperlukan karena memakai barang milik daerah (kebijakan daerah).")
    note = "Memakai barang milik daerah: perhatikan ketentuan pengelolaan barang milik daerah." if uses_assets else ""
    return Requirement(
        False,
        "Persetujuan DPRD tidak diperlukan: tidak membebani masyarakat dan pendanaannya telah teranggarkan.",
        note=note,
    )
