from django.urls import path

from kerjasama.parties import views

app_name = "parties"
urlpatterns = [
    path("", views.partner_list, name="list"),
    path("baru/", views.partner_create, name="create"),
    path("daerah/", views.region_options, name="region_options"),
    path("<int:pk>/", views.partner_detail, name="detail"),
    path("<int:pk>/telaah-pemilik/", views.owner_clear, name="owner_clear"),
    path("<int:pk>/ubah/", views.partner_edit, name="edit"),
]
