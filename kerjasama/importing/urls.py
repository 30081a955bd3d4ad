from django.urls import path

from kerjasama.importing.views import batches, deciding, preview

app_name = "importing"
urlpatterns = [
    path("", batches.index, name="list"),
    path("unduh.csv", batches.index_export, name="list_export"),
    path("unggah/", batches.upload, name="upload"),
    path("<int:pk>/", preview.batch, name="batch"),
    path("<int:pk>/unduh.csv", preview.rows_export, name="rows_export"),
    path("<int:pk>/baris/<int:number>/", preview.row, name="row"),
    path("<int:pk>/pilih/", deciding.include, name="include"),
    path("<int:pk>/kolom/", batches.columns, name="columns"),
    path("<int:pk>/baca-ulang/", batches.reread, name="reread"),
    path("<int:pk>/tulis/", deciding.confirm, name="confirm"),
    path("<int:pk>/batalkan/", deciding.undo, name="undo"),
    path("<int:pk>/buang/", batches.discard, name="discard"),
    path("<int:pk>/berkas/", batches.source, name="source"),
]
