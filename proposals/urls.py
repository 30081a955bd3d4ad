from django.urls import path

from proposals.views.acts import ProposalActView
from proposals.views.lists import proposal_export, proposal_list
from proposals.views.opening import OpenView, advice
from proposals.views.writing import DeleteDraftView, SectionView

app_name = "proposals"
urlpatterns = [
    path("", proposal_list, name="list"),
    path("unduh.csv", proposal_export, name="export"),
    path("baru/", OpenView.as_view(), name="open"),
    path("baru/anjuran/", advice, name="advice"),
    path("<str:code>/isi/<slug:slug>/", SectionView.as_view(), name="section"),
    path("<str:code>/hapus/", DeleteDraftView.as_view(), name="delete"),
    path("<str:code>/tindakan/<slug:slug>/", ProposalActView.as_view(), name="act"),
]
