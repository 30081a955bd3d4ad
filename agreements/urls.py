from django.urls import path

from agreements.views import amending, library, old, old_lead, pages, register, remarks, versions, word
from agreements.views.acts import AgreementActView
from agreements.views.editor import EditView

app_name = "agreements"
urlpatterns = [
    path("", register.register, name="register"),
    path("unduh.csv", register.register_export, name="export"),
    path("unduh.xlsx", register.register_workbook, name="workbook"),
    path("cetak/", register.register_print, name="print"),
    path("tampilan/", register.keep_view, name="keep_view"),
    path("tampilan/<int:pk>/hapus/", register.drop_view, name="drop_view"),
    path("buka/<str:code>/<str:instrument>/", pages.open_view, name="open"),
    path("<int:pk>/", pages.detail, name="detail"),
    path("<int:pk>/baca/", versions.read, name="read"),
    path("<int:pk>/baca/<int:number>/", versions.read, name="read_version"),
    path("<int:pk>/baca/<int:number>/naskah.docx", word.download, name="docx"),
    path("<int:pk>/terima-docx/", word.take, name="take"),
    path("<int:pk>/masukan/", remarks.page, name="remarks"),
    path("lama/baru/", old.edit, name="old_add"),
    path("lama/belum-diketahui/", old.unknown, name="unknown"),
    path("lama/belum-diketahui/unduh.csv", old.unknown_export, name="unknown_export"),
    path("lama/<int:pk>/", old.detail, name="old"),
    path("lama/<int:pk>/pindaian/", old.scan, name="old_scan"),
    path("lama/<int:pk>/sunting/", old.edit, name="old_edit"),
    path("lama/<int:pk>/kelanjutan/", old_lead.decide, name="old_decide"),
    path("lama/<int:pk>/kelola/", old_lead.manage, name="old_manage"),
    path("lama/<int:pk>/naskah-yang-sama/", old_lead.same, name="old_same"),
    path("lama/<int:pk>/tarik/", old_lead.withdraw, name="old_withdraw"),
    path("pustaka/", library.index, name="library"),
    path("pustaka/tambah/", library.edit, name="library_add"),
    path("pustaka/<int:pk>/", library.edit, name="library_edit"),
    path("pustaka/<int:pk>/berhenti/", library.retire, name="library_retire"),
    path("<int:pk>/bandingkan/", versions.compare, name="compare"),
    path("<int:pk>/baca/<int:number>/pakai-lagi/", versions.restore, name="restore"),
    path("<int:pk>/adendum/", amending.open_view, name="amend"),
    path("<int:pk>/perubahan/", amending.ChangesView.as_view(), name="changes"),
    path("<int:pk>/teks-berlaku/", amending.in_force, name="in_force"),
    path("<int:pk>/sunting/", EditView.as_view(), name="edit"),
    path("<int:pk>/tindakan/<slug:slug>/", AgreementActView.as_view(), name="act"),
]
