from django.urls import path

from kerjasama.notifications import views

app_name = "notifications"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("semua/dibaca/", views.read_all, name="read_all"),
    path("<int:pk>/dibaca/", views.read, name="read"),
]
