from django.urls import path

from kerjasama.desk.views import audit, dprd, pages, reach, remarks

app_name = "desk"
urlpatterns = [
    path("", pages.beranda, name="home"),
    path("tugas/", pages.tasks, name="tasks"),
    path("cari/", pages.find, name="search"),
    path("panduan/", pages.guide, name="help"),
    path("ingatkan/<str:kind>/<int:pk>/", pages.remind, name="remind"),
    path("parameter/<slug:key>/berkas/", reach.kept, name="reach"),
    path("jejak/", audit.trail, name="audit"),
    path("usulan/<str:code>/", pages.case, name="case"),
    path("usulan/<str:code>/komentar/", remarks.page, name="remarks"),
    path("dprd/", dprd.inbox, name="dprd"),
    path("dprd/riwayat/", dprd.history, name="dprd_history"),
    path("dprd/<str:code>/", dprd.request_page, name="dprd_request"),
    path("dprd/<str:code>/tindakan/<slug:slug>/", dprd.DprdActView.as_view(), name="dprd_act"),
]
