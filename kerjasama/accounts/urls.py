"""Sign-in pages of allauth under Indonesian addresses, without sign-up and self-service e-mail.

Both are left out on purpose: people come in by invitation, and their addresses are the administrator's to keep.
"""

from allauth.account import views as sign_in
from django.urls import include, path, re_path

from kerjasama.accounts.views import actions, emblem, invitation, mark, people, profile

own = [
    path("profil/", profile.profile, name="profile"),
    path("profil/surel/", profile.mail_mode, name="mail_mode"),
    path("profil/paraf/", mark.mark_page, name="mark"),
    path("lambang/<slug:digest>/", emblem.emblem, name="emblem"),
    path("warna/<slug:colour>.css", emblem.brand, name="brand"),
    path("undangan/<str:token>/", invitation.accept, name="accept"),
    path("pengguna/", people.people_list, name="people"),
    path("pengguna/unduh/", people.people_export, name="people_export"),
    path("pengguna/undang/", people.invite, name="invite"),
    path("pengguna/<int:pk>/", people.person_page, name="person"),
    path("pengguna/<int:pk>/kirim-ulang/", actions.send_again, name="send_again"),
    path("pengguna/<int:pk>/cabut-undangan/", actions.revoke, name="revoke"),
    path("pengguna/<int:pk>/nonaktifkan/", actions.retire, name="retire"),
    path("pengguna/<int:pk>/undang-kembali/", actions.invite_again, name="invite_again"),
    path("pengguna/<int:pk>/atur-ulang-dua-langkah/", actions.reset_second_factor, name="reset_second_factor"),
    path("pengguna/<int:pk>/jabatan/", actions.give_office, name="give_office"),
    path("pengguna/<int:pk>/jabatan/<int:holding_id>/akhiri/", actions.end_office, name="end_office"),
]

urlpatterns = [
    path("", include((own, "accounts"))),
    path("masuk/", sign_in.login, name="account_login"),
    path("keluar/", sign_in.logout, name="account_logout"),
    path("nonaktif/", sign_in.account_inactive, name="account_inactive"),
    path("konfirmasi/", sign_in.reauthenticate, name="account_reauthenticate"),
    path("sandi/ubah/", sign_in.password_change, name="account_change_password"),
    path("sandi/buat/", sign_in.password_set, name="account_set_password"),
    path("sandi/lupa/", sign_in.password_reset, name="account_reset_password"),
    path("sandi/lupa/terkirim/", sign_in.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^sandi/baru/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        sign_in.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "sandi/baru/selesai/",
        sign_in.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("sesi/", include("allauth.usersessions.urls")),
    path("dua-langkah/", include("allauth.mfa.urls")),
]
