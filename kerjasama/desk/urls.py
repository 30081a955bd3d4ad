from django.urls import path

from kerjasama.desk.views import audit, corrections, handover, letters, pages, reach, remarks, wholecase
from kerjasama.desk.views.dprd import acts, bundle, lists, questions

app_name = "desk"
urlpatterns = [
    path("", pages.beranda, name="home"),
    path("tugas/", pages.tasks, name="tasks"),
    path("tugas/paraf/", letters.page, name="letters"),
    path("tugas/paraf/unduh.csv", letters.export, name="letters_export"),
    path("cari/", pages.find, name="search"),
    path("panduan/", pages.guide, name="help"),
    path("ingatkan/<str:kind>/<int:pk>/", pages.remind, name="remind"),
    path("parameter/<slug:key>/berkas/", reach.kept, name="reach"),
    path("serah-terima/<int:person>/", handover.hand_over, name="hand_over"),
    path("jejak/", audit.trail, name="audit"),
    path("usulan/<str:code>/", pages.case, name="case"),
    path("usulan/<str:code>/pertanyaan/<int:pk>/jawab/", questions.answer, name="answer"),
    path("dprd/", lists.inbox, name="dprd"),
    path("dprd/unduh.csv", lists.inbox_export, name="dprd_export"),
    path("dprd/riwayat/", lists.history, name="dprd_history"),
    path("dprd/riwayat/unduh.csv", lists.history_export, name="dprd_history_export"),
    path("dprd/statistik/", lists.statistics, name="dprd_statistics"),
    path("dprd/statistik/unduh.csv", lists.statistics_export, name="dprd_statistics_export"),
    path("dprd/<str:code>/", acts.request_page, name="dprd_request"),
    path("dprd/<str:code>/pertanyaan/", questions.ask, name="dprd_ask"),
    path("dprd/<str:code>/berkas/<str:form>/", bundle.start, name="dprd_bundle_start"),
    path("dprd/<str:code>/berkas/<int:pk>/keadaan/", bundle.progress, name="dprd_bundle"),
    path("dprd/<str:code>/berkas/<int:pk>/unduh/", bundle.download, name="dprd_bundle_file"),
    path("dprd/<str:code>/tindakan/putuskan-dprd/", acts.DecisionView.as_view(), {"slug": "putuskan-dprd"}),
    path("dprd/<str:code>/tindakan/<slug:slug>/", acts.DprdActView.as_view(), name="dprd_act"),
    path("usulan/<str:code>/berkas/", wholecase.contents, name="whole_case"),
    path("usulan/<str:code>/berkas/<str:form>/", wholecase.start, name="whole_case_start"),
    path("usulan/<str:code>/berkas/<int:pk>/keadaan/", wholecase.progress, name="whole_case_made"),
    path("usulan/<str:code>/berkas/<int:pk>/unduh/", wholecase.download, name="whole_case_file"),
    path("usulan/<str:code>/koreksi/", corrections.page, name="corrections"),
    path("usulan/<str:code>/koreksi/<int:pk>/putus/", corrections.settle, name="settle_correction"),
    path("usulan/<str:code>/koreksi/<str:key>/<int:pk>/", corrections.correct, name="correct"),
    path("usulan/<str:code>/komentar/", remarks.page, name="remarks"),
]
