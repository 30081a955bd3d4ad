from django.urls import path

from proposals.views.plan import acts, cases, copying, home, lists, priority, rows, year

app_name = "plan"
_LIST = "<int:year>/<int:edition>/"
urlpatterns = [
    path("", home.overview, name="home"),
    path("buka/", home.OpenYearView.as_view(), name="open"),
    path("realisasi/", home.realised_page, name="realised"),
    path("realisasi/unduh.csv", home.realised_export, name="realised_export"),
    path(_LIST, year.year_page, name="year"),
    path(f"{_LIST}daftar/", lists.inventory, name="list"),
    path(f"{_LIST}daftar/unduh.csv", lists.export, name="export"),
    path(f"{_LIST}pemetaan/", lists.mapping, name="matrix"),
    path(f"{_LIST}prioritas/", priority.priority_list, name="priority"),
    path(f"{_LIST}tkksd/", priority.DiscussView.as_view(), name="discuss"),
    path(f"{_LIST}salin/", copying.CopyView.as_view(), name="copy"),
    path(f"{_LIST}baris-baru/", rows.NewRowView.as_view(), name="new"),
    path(f"{_LIST}perubahan/", home.RevisionView.as_view(), name="revision"),
    path(f"{_LIST}tindakan/<slug:slug>/", acts.PlanActView.as_view(), name="act"),
    path("baris/<int:pk>/", rows.row_page, name="row"),
    path("baris/<int:pk>/isi/<slug:slug>/", rows.RowSectionView.as_view(), name="section"),
    path("baris/<int:pk>/hapus/", rows.DeleteRowView.as_view(), name="delete"),
    path("baris/<int:pk>/urutan/", priority.MoveView.as_view(), name="move"),
    path("baris/<int:pk>/ubah/", copying.revise, name="revise"),
    path("baris/<int:pk>/usulan/", cases.CaseFromRowView.as_view(), name="open_case"),
    path("baris/<int:pk>/tindakan/<slug:slug>/", acts.RowActView.as_view(), name="row_act"),
]
