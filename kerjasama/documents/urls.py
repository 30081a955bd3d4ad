from django.urls import path

from kerjasama.documents import template_list, template_views, verification, views

app_name = "documents"
urlpatterns = [
    path("dokumen/<int:pk>/baris/", views.row, name="row"),
    path("dokumen/<int:pk>/ulang/", views.retry, name="retry"),
    path("dokumen/<int:pk>/<str:file_name>", views.download, name="download"),
    path("templat/", template_list.index, name="templates"),
    path("templat/unduh/", template_list.export, name="templates_export"),
    path("templat/<slug:slug>/", template_views.template, name="template"),
    path("templat/<slug:slug>/pratinjau/", template_views.preview, name="template_preview"),
    path("templat/<slug:slug>/baku/", template_views.restore, name="template_restore"),
    path("periksa/", verification.verify_form, name="verify_form"),
    path("periksa/<str:token>/", verification.verify, name="verify"),
]
