from django.urls import path

from kerjasama.setup.views import holidays, people, region, rules, units

app_name = "setup"
urlpatterns = [
    path("", region.overview, name="overview"),
    path("daerah/", region.region, name="daerah"),
    path("daerah/pilihan/", region.region_options, name="region_options"),
    path("kop/", region.letterhead_page, name="kop"),
    path("kop/warna/", region.colour, name="colour"),
    path("kop/contoh/", region.sample, name="sample"),
    path("unit/", units.units, name="unit"),
    path("unit/unduh/", units.export, name="unit_export"),
    path("unit/daftar/", units.upload, name="unit_upload"),
    path("unit/<int:pk>/", units.unit, name="unit_edit"),
    path("pejabat/", people.officials, name="pejabat"),
    path("pengguna/", people.people, name="pengguna"),
    path("libur/", holidays.holidays, name="libur"),
    path("libur/muat/", holidays.import_year, name="libur_import"),
    path("libur/daftar/", holidays.upload, name="libur_upload"),
    path("libur/<int:pk>/", holidays.holiday, name="libur_edit"),
    path("nomor/", rules.numbers, name="nomor"),
    path("nomor/periksa/", region.reviewed, {"slug": "nomor"}, name="nomor_reviewed"),
    path("nomor/<str:code>/", rules.number, name="nomor_edit"),
    path("nomor/<str:code>/contoh/", rules.example, name="nomor_example"),
    path("tkksd/", rules.team, name="tkksd"),
    path("parameter/", rules.parameter_review, name="parameter"),
    path("parameter/periksa/", region.reviewed, {"slug": "parameter"}, name="parameter_reviewed"),
]
