from django.urls import path

from kerjasama.counter.views import answering, answers, applying, confirming, detail, following, inbox, mine

app_name = "counter"
urlpatterns = [
    path("ajukan/", applying.start, name="start"),
    path("ajukan/terkirim/", applying.sent, name="sent"),
    path("ajukan/konfirmasi/<str:signed>/", confirming.confirm, name="confirm"),
    path("ajukan/berkas/<int:pk>/hapus/", applying.remove_paper, name="remove_paper"),
    path("ajukan/<slug:slug>/", applying.StepView.as_view(), name="step"),
    path("lacak/", following.lookup, name="lookup"),
    path("lacak/token/", following.lost, name="lost"),
    path("lacak/<str:number>/", following.follow, name="follow"),
    path("lacak/<str:number>/lengkapi/", following.complete, name="complete"),
    path("lacak/<str:number>/berkas/<int:pk>/hapus/", following.remove_sent, name="remove_sent"),
    path("lacak/<str:number>/surat/<int:pk>/", following.letter, name="letter"),
    path("lacak/<str:number>/tutup/", following.leave, name="leave"),
    path("jawab/<str:token>/", answering.answer, name="answer"),
    path("jawab/<str:token>/surat/<int:pk>/", answering.answer_letter, name="answer_letter"),
    path("mitra-saya/", mine.mine, name="mine"),
    path("mitra-saya/akun/", mine.account_ask, name="account_ask"),
    path("mitra-saya/akun/<str:signed>/", mine.account_create, name="account_create"),
    path("mitra-saya/laporan/<int:pk>/", mine.mine_report, name="mine_report"),
    path("mitra-saya/kasus/<str:code>/", mine.mine_case, name="mine_case"),
    path("mitra-saya/kasus/<str:code>/surat/<int:pk>/", mine.mine_letter, name="mine_letter"),
    path("permohonan/", inbox.inbox, name="inbox"),
    path("permohonan/unduh.csv", inbox.export, name="export"),
    path("permohonan/berkas/<int:pk>/", detail.paper, name="paper"),
    path("permohonan/jawaban/", answers.answer_list, name="answers"),
    path("permohonan/jawaban/<int:pk>/", answers.answer_detail, name="answer_detail"),
    path("permohonan/jawaban/kirim/<str:code>/", answers.invite, name="invite"),
    path("permohonan/<str:number>/", inbox.detail, name="detail"),
    path("permohonan/<str:number>/tindakan/<slug:slug>/", detail.RequestActView.as_view(), name="act"),
]
