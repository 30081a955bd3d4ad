from django.urls import path

from kerjasama.documents import verification, views

app_name = "documents"
urlpatterns = [
    path("dokumen/<int:pk>/baris/", views.row, name="row"),
    path("dokumen/<int:pk>/ulang/", views.retry, name="retry"),
    path("dokumen/<int:pk>/<str:file_name>", views.download, name="download"),
    path("periksa/", verification.verify_form, name="verify_form"),
    path("periksa/<str:token>/", verification.verify, name="verify"),
]
