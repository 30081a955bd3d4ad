from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "kerjasama.accounts"
    label = "accounts"
    verbose_name = "Akun dan jabatan"
    default_auto_field = "django.db.models.BigAutoField"
