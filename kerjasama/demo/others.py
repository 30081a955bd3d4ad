"""Third parties and an office of the centre that Wanasari works with in the demo: all invented."""

from kerjasama.parties.models import Partner

# key, kind, legal class, name, head, title of the head, address
OTHERS = (
    ("parking", "COMPANY", "LIMITED_COMPANY", "PT Griya Parkir Wanasari", "Ferdinand Sitorus", "Direktur Utama", "Jalan Stasiun Nomor 14, Wanasari"),
    ("energy", "COMPANY", "LIMITED_COMPANY", "PT Surya Banyu Energi", "Melati Kusuma", "Direktur", "Jalan Industri Nomor 5, Bandar Seruni"),
    ("farmers", "COMPANY", "COOPERATIVE", "Koperasi Tani Subur Wanasari", "Sukirman", "Ketua Pengurus", "Jalan Lumbung Nomor 2, Wanasari"),
    ("school", "SOCIETY", "FOUNDATION", "Yayasan Cahaya Ilmu Wanasari", "Hajar Rahmawati", "Ketua", "Jalan Pendidikan Nomor 8, Wanasari"),
    ("land", "CENTRAL", "VERTICAL", "Kantor Pertanahan Kabupaten Wanasari", "Bagus Wicaksono", "Kepala", "Jalan Pemuda Nomor 20, Wanasari"),
)  # fmt: skip


def set_up() -> dict[str, Partner]:
    """All of them, by their key."""
    return {
        key: Partner.objects.create(
            kind=kind, legal_class=legal_class, name=name, head_name=head, head_title=f"{title} {name}", address=address,
            contact_name="Sekretariat", contact_email=f"sekretariat@{key}.example", is_demo=True,
        )
        for key, kind, legal_class, name, head, title, address in OTHERS
    }  # fmt: skip
