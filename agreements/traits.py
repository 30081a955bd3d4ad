"""What acts, guards and papers ask of the route of a naskah, instead of asking for its form or kind."""

from enum import StrEnum


class Trait(StrEnum):
    FOREIGN = "FOREIGN"  # Permendagri 25/2020
    BILINGUAL = "BILINGUAL"  # Indonesian and the partner's language and/or English (UU 24/2009 art. 31)
    IN_PERSON = "IN_PERSON"  # the Kepala Daerah himself; art. 23(1) of PP 28/2018 knows no kuasa
    INTENT = "INTENT"  # a pernyataan kehendak: two consultations before, a copy to the Menteri after
    CONFIRMED = "CONFIRMED"  # the Surat Konfirmasi of the Menlu on this exact text (PP 28/2018 art. 33)
    VIA_GOVERNOR = "VIA_GOVERNOR"  # sent through the Gubernur (Permendagri 25/2020 art. 20)
    YEARLY = "YEARLY"  # a plan for one calendar year (Permendagri 25/2020 art. 30)
    UNREPORTED = "UNREPORTED"  # owes no report of its own
    UNSTAMPED = "UNSTAMPED"  # no meterai: no paper under Indonesian civil law alone
