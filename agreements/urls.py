from django.urls import path

from agreements.views import pages
from agreements.views.acts import AgreementActView
from agreements.views.editor import EditView

app_name = "agreements"
urlpatterns = [
    path("", pages.register, name="register"),
    path("unduh.csv", pages.register_export, name="export"),
    path("buka/<str:code>/<str:instrument>/", pages.open_view, name="open"),
    path("<int:pk>/", pages.detail, name="detail"),
    path("<int:pk>/baca/", pages.read, name="read"),
    path("<int:pk>/baca/<int:number>/", pages.read, name="read_version"),
    path("<int:pk>/sunting/", EditView.as_view(), name="edit"),
    path("<int:pk>/tindakan/<slug:slug>/", AgreementActView.as_view(), name="act"),
]
