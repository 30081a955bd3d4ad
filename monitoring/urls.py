from django.urls import path

from monitoring.views import lists, reports

app_name = "monitoring"
urlpatterns = [
    path("", lists.report_list, name="list"),
    path("unduh.csv", lists.report_export, name="export"),
    path("buka/<int:pk>/", reports.open_view, name="open"),
    path("<int:pk>/", reports.ReportView.as_view(), name="detail"),
    path("<int:pk>/tindakan/<slug:slug>/", reports.ReportActView.as_view(), name="act"),
]
