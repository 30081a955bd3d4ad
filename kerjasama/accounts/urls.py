"""Sign-in pages of allauth under Indonesian addresses, without sign-up and self-service e-mail.

Both are left out on purpose: accounts and their addresses are the administrator's to keep.
"""

from allauth.account import views as sign_in
from django.urls import include, path, re_path

from kerjasama.accounts import views

own = [path("profil/", views.profile, name="profile")]

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
