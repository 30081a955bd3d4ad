"""When the DPRD must approve: every row of the table of the statute, section 5."""

from itertools import product

import pytest

from proposals.dprd import BASIS, dprd_requirement

YES, NO = True, False
# M, D, U -> needed under the careful policy, needed under the strict one
TABLE = {
    (YES, YES, YES): (YES, YES),
    (YES, NO, YES): (YES, YES),
    (NO, YES, YES): (YES, YES),
    (NO, NO, YES): (YES, YES),
    (YES, YES, NO): (YES, YES),
    (YES, NO, NO): (YES, NO),
    (NO, YES, NO): (NO, NO),
    (NO, NO, NO): (NO, NO),
}


@pytest.mark.parametrize("burdens", TABLE)
@pytest.mark.parametrize(("place", "policy"), enumerate(["conservative", "strict"]))
def test_every_row_under_both_policies(burdens: tuple[bool, bool, bool], place: int, policy: str) -> None:
    answer = dprd_requirement(*burdens, policy=policy)
    assert (answer.required, answer.basis) == (TABLE[burdens][place], BASIS)


@pytest.mark.parametrize("burdens", TABLE)
@pytest.mark.parametrize(("place", "policy"), enumerate(["conservative", "strict"]))
def test_assets_count_only_where_the_region_says_so(burdens: tuple, place: int, policy: str) -> None:
    plain = TABLE[burdens][place]
    seen = {
        (uses, count): dprd_requirement(*burdens, policy=policy, uses_assets=uses, assets_count=count).required
        for uses, count in product([NO, YES], repeat=2)
    }
    # The strict reading of "and" is about the burden on the community; an asset is asked for after it.
    counted = plain or (not burdens[0])
    assert seen == {(NO, NO): plain, (NO, YES): plain, (YES, NO): plain, (YES, YES): counted}


@pytest.mark.parametrize("missing", [(None, YES, YES), (YES, None, NO), (NO, NO, None), (None, None, None)])
def test_a_fact_that_is_missing_leaves_the_question_open(missing: tuple) -> None:
    answer = dprd_requirement(*missing, policy="conservative")
    assert answer.required is None
    assert answer.sentence == (
        "Jawab ketiga pertanyaan beban dan anggaran agar kebutuhan persetujuan DPRD dapat dihitung."
    )


@pytest.mark.parametrize(
    ("burdens", "policy", "sentence", "note"),
    [
        ((NO, NO, YES), "strict", "Persetujuan DPRD diperlukan karena pendanaannya belum (sepenuhnya) teranggarkan dalam APBD tahun berjalan.", ""),
        ((YES, YES, NO), "strict", "Persetujuan DPRD diperlukan karena rencana ini membebani masyarakat dan daerah.", ""),
        ((YES, NO, NO), "conservative", "Persetujuan DPRD diperlukan karena rencana ini membebani masyarakat.", "Kebijakan “berhati-hati” dipakai."),
        ((YES, NO, NO), "strict", "Persetujuan DPRD tidak diperlukan menurut bunyi pasal: membebani masyarakat, tetapi tidak membebani daerah.",
         "Kebijakan “ketat” dipakai. Catat pertimbangannya."),
        ((NO, YES, NO), "conservative", "Persetujuan DPRD tidak diperlukan: tidak membebani masyarakat dan pendanaannya telah teranggarkan.", ""),
    ],
)  # fmt: skip
def test_the_answer_says_why(burdens: tuple, policy: str, sentence: str, note: str) -> None:
    answer = dprd_requirement(*burdens, policy=policy)
    assert (answer.sentence, answer.note) == (sentence, note)


def test_an_asset_alone_is_a_warning() -> None:
    answer = dprd_requirement(NO, NO, NO, policy="conservative", uses_assets=YES)
    assert answer.note == "Memakai barang milik daerah: perhatikan ketentuan pengelolaan barang milik daerah."
