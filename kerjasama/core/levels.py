"""The levels of regional government and the titles that follow from them (UU 23/2014 art. 59)."""

from django.db import models


class RegionLevel(models.TextChoices):
    PROVINCE = "PROVINCE", "Provinsi"
    REGENCY = "REGENCY", "Kabupaten"
    CITY = "CITY", "Kota"


HEAD_TITLES = {
    RegionLevel.PROVINCE: "Gubernur",
    RegionLevel.REGENCY: "Bupati",
    RegionLevel.CITY: "Wali Kota",
}


def head_title(level: str) -> str:
    """Title of the head of a region of this level: "Bupati"."""
    return HEAD_TITLES[RegionLevel(level)]


def deputy_title(level: str) -> str:
    """Title of the deputy head of a region of this level: "Wakil Bupati"."""
    return f"Wakil {head_title(level)}"
