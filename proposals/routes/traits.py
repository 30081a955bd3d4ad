"""What acts, guards and papers ask of a route. A trait stands in the route table; nothing asks for the kind."""

from enum import StrEnum


class Trait(StrEnum):
    COORDINATED = "COORDINATED"  # technical coordination in place of offer and answer (PP 28/2018 art. 5)
    MAPPED = "MAPPED"  # mapping by potential and characteristics comes first (art. 5(1), 17a)
    STUDIED = "STUDIED"  # a studi kelayakan is owed (UU 23/2014 art. 366(3); PP 28/2018 art. 17b, 18(2))
    THIRD_PARTY = "THIRD_PARTY"  # the partner proves its legality (art. 14)
    CRITERIA = "CRITERIA"  # the three criteria of a third party's initiative (art. 18(1))
    SECTOR_LAW = "SECTOR_LAW"  # sector law governs the procedure (art. 15)
    SYNERGY = "SYNERGY"  # each side pays from its own budget (art. 46)
    DPRD_ALWAYS = "DPRD_ALWAYS"  # approval of the DPRD whatever the budget (art. 30, 38)
    FOREIGN = "FOREIGN"  # Permendagri 25/2020
    EXPLORED = "EXPLORED"  # a study and a decision of the head come first (Permendagri 25/2020 art. 11-12)
    EQUAL = "EQUAL"  # equality, complementarity, people-to-people (PP 28/2018 art. 27(3))
    INTENT = "INTENT"  # a pernyataan kehendak is signed before the plan (art. 28(4)-(5))
    VIA_GOVERNOR = "VIA_GOVERNOR"  # a bupati or wali kota sends through the Gubernur (Permendagri 25/2020 art. 18, 20)
    FORWARDED = "FORWARDED"  # passes on a cooperation of the centre (PP 28/2018 art. 36(1))
    TECHNICAL = "TECHNICAL"  # mapping, KAK, willingness, a named Mitra Teknis (Permendagri 25/2020 art. 29)
    PERMITTED = "PERMITTED"  # izin prinsip and izin operasional (Permendagri 25/2020 art. 30)
