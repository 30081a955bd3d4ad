"""The regions of the demo that Wanasari works with: all invented, as every counterparty of the story."""

from kerjasama.core.levels import head_title
from kerjasama.parties.models import Partner, Region

#: No official code begins with these: two invented provinces, with us in the first.
HOME, ABROAD = "99", "98"
OUR_CODE = "99.01"
OUTSIDE = ("Kota Tanjung Mekar", "Kabupaten Bukit Cendana")
LEVELS = {"Kabupaten": "REGENCY", "Kota": "CITY", "Provinsi": "PROVINCE"}

# name of the region, head, title of the head, seat, address
REGIONS = (
    ("Kabupaten Tirtamarga", "Siti Maemunah", "Bupati", "Jalan Alun-Alun Utara Nomor 3, Tirtamarga"),
    ("Kota Purwaloka", "Hadi Prabowo", "Wali Kota", "Jalan Veteran Nomor 12, Purwaloka"),
    ("Kabupaten Kertaraja", "Lukman Hakim", "Bupati", "Jalan Pahlawan Nomor 1, Kertaraja"),
    ("Kabupaten Sindangjaya", "Dian Paramita", "Bupati", "Jalan Diponegoro Nomor 8, Sindangjaya"),
    ("Kota Bandar Seruni", "Taufik Rahman", "Wali Kota", "Jalan Merdeka Nomor 21, Bandar Seruni"),
    ("Provinsi Jaya Mandala", "Arif Budiman", "Gubernur", "Jalan Gubernur Nomor 1, Mandala"),
    ("Kabupaten Ranuwangi", "Mulyadi Saputra", "Bupati", "Jalan Raya Ranuwangi Nomor 45, Ranuwangi"),
    ("Kabupaten Banyujati", "Ratih Kumalasari", "Bupati", "Jalan Pemuda Nomor 17, Banyujati"),
    ("Kota Giri Asri", "Yohanes Wibowo", "Wali Kota", "Jalan Pemandangan Nomor 5, Giri Asri"),
    ("Kabupaten Segaralaya", "Abdul Karim", "Bupati", "Jalan Pelabuhan Nomor 2, Segaralaya"),
    ("Kabupaten Lembah Padi", "Nengah Suardana", "Bupati", "Jalan Raya Lembah Padi Nomor 10, Lembah Padi"),
    ("Kota Tanjung Mekar", "Fransiska Manuputty", "Wali Kota", "Jalan Samudra Nomor 30, Tanjung Mekar"),
    ("Kabupaten Bukit Cendana", "Petrus Leuwol", "Bupati", "Jalan Cendana Nomor 7, Bukit Cendana"),
    ("Kabupaten Pandanarum", "Sulistyowati", "Bupati", "Jalan Ahmad Yani Nomor 99, Pandanarum"),
)  # fmt: skip


def set_up_regions() -> dict[str, Region]:
    """The invented provinces and what lies in them, by name: Wanasari itself and the regions of the list."""
    provinces = {HOME: "Jaya Mandala", ABROAD: "Nusa Harapan"}
    for code, name in provinces.items():
        Region.objects.create(code=code, name=name, level="PROVINCE", head_title="Gubernur")
    Region.objects.create(
        code=OUR_CODE, name="Kabupaten Wanasari", level="REGENCY", province_id=HOME, head_title="Bupati"
    )
    found = {"Provinsi Jaya Mandala": Region.objects.get(pk=HOME)}
    members = [name for name, *_ in REGIONS if not name.startswith("Provinsi")]
    for number, name in enumerate(members, start=2):
        province = ABROAD if name in OUTSIDE else HOME
        level = LEVELS[name.split(" ", 1)[0]]
        found[name] = Region.objects.create(
            code=f"{province}.{number:02d}", name=name, level=level, province_id=province, head_title=head_title(level)
        )
    return found


def set_up() -> list[Partner]:
    """All regions of the demo as partners, in the order of the list."""
    regions = set_up_regions()
    return [
        Partner.objects.create(
            kind=Partner.Kind.REGION, legal_class="REGION", region=regions[name], name=f"Pemerintah {name}", head_name=head,
            head_title=f"{title} {name.split(' ', 1)[1]}",
            address=address, contact_name="Bagian Kerja Sama Sekretariat Daerah", is_demo=True,
            contact_email=f"kerjasama@{name.split(' ', 1)[1].lower().replace(' ', '')}.example",
        )
        for name, head, title, address in REGIONS
    ]  # fmt: skip
