from django.urls import path

from monitoring.views import findings, lists, plans, reports, results

app_name = "monitoring"
urlpatterns = [
    path("", lists.report_list, name="list"),
    path("unduh.csv", lists.report_export, name="export"),
    path("buka/<int:pk>/", reports.open_view, name="open"),
    path("temuan/", findings.finding_list, name="findings"),
    path("temuan/unduh.csv", findings.finding_export, name="findings_export"),
    path("temuan/<int:pk>/", findings.finding, name="finding"),
    path("hasil/", results.result_list, name="results"),
    path("hasil/unduh.csv", results.result_export, name="results_export"),
    path("naskah/<int:pk>/", plans.naskah, name="naskah"),
    path("naskah/<int:pk>/indikator/", plans.indicators, name="indicators"),
    path("naskah/<int:pk>/rencana/<int:year>/", plans.work_plan, name="work_plan"),
    path("<int:pk>/mitra/", reports.partner_view, name="partner"),
    path("<int:pk>/", reports.ReportView.as_view(), name="detail"),
    path("<int:pk>/tindakan/<slug:slug>/", reports.ReportActView.as_view(), name="act"),
]
