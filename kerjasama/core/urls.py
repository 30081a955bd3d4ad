from django.urls import path

from kerjasama.core import views

app_name = "core"
urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("draf/<str:key>/", views.save_draft, name="save_draft"),
]
