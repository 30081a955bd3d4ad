from django.urls import path

from kerjasama.statutory.views import acts, editions, lists, reading

app_name = "statutory"
urlpatterns = [
    path("", lists.report_list, name="list"),
    path("unduh.csv", lists.report_export, name="export"),
    path("buka/", acts.OpenView.as_view(), name="open"),
    path("<int:pk>/", editions.EditionView.as_view(), name="edition"),
    path("<int:pk>/isi/", reading.content_page, name="content"),
    path("<int:pk>/isi/cetak/", reading.print_page, name="print"),
    path("<int:pk>/isi.xlsx", reading.workbook, name="workbook"),
    path("<int:pk>/perubahan/", reading.changes_page, name="changes"),
    path("<int:pk>/edisi-baru/", acts.NewEditionView.as_view(), name="new_edition"),
    path("<int:pk>/tindakan/<slug:slug>/", acts.EditionActView.as_view(), name="act"),
]
