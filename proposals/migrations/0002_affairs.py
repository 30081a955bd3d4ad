"""The 32 urusan of UU 23/2014 art. 12, and the supporting functions."""

from django.db import migrations

AFFAIRS = {
    "BASIC": [
        "Pendidikan", "Kesehatan", "Pekerjaan umum dan penataan ruang", "Perumahan rakyat dan kawasan permukiman",
        "Ketenteraman, ketertiban umum, dan pelindungan masyarakat", "Sosial",
    ],
    "MANDATORY": [
        "Tenaga kerja", "Pemberdayaan perempuan dan pelindungan anak", "Pangan", "Pertanahan", "Lingkungan hidup",
        "Administrasi kependudukan dan pencatatan sipil", "Pemberdayaan masyarakat dan desa",
        "Pengendalian penduduk dan keluarga berencana", "Perhubungan", "Komunikasi dan informatika",
        "Koperasi, usaha kecil, dan menengah", "Penanaman modal", "Kepemudaan dan olahraga", "Statistik", "Persandian",
        "Kebudayaan", "Perpustakaan", "Kearsipan",
    ],
    "OPTIONAL": [
        "Kelautan dan perikanan", "Pariwisata", "Pertanian", "Kehutanan", "Energi dan sumber daya mineral", "Perdagangan",
        "Perindustrian", "Transmigrasi",
    ],
    "SUPPORT": [
        "Perencanaan", "Keuangan", "Kepegawaian", "Pendidikan dan pelatihan", "Penelitian dan pengembangan", "Pengawasan",
    ],
}  # fmt: skip
LETTERS = {"BASIC": "A", "MANDATORY": "B", "OPTIONAL": "C", "SUPPORT": "D"}


def load(apps, schema_editor):
    affair = apps.get_model("proposals", "Affair")
    rows = [
        affair(code=f"{LETTERS[group]}{number:02d}", name=name, group=group)
        for group, names in AFFAIRS.items()
        for number, name in enumerate(names, start=1)
    ]
    affair.objects.using(schema_editor.connection.alias).bulk_create(rows)


def unload(apps, schema_editor):
    apps.get_model("proposals", "Affair").objects.using(schema_editor.connection.alias).all().delete()


class Migration(migrations.Migration):
    dependencies = [("proposals", "0001_foundation")]
    operations = [migrations.RunPython(load, unload)]
