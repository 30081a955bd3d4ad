"""Our rules for allauth's second factor: secrets are encrypted, and who needs one cannot drop it."""

import hashlib
from base64 import urlsafe_b64encode

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings

from kerjasama.accounts import second_factor

#: Parts this key from every other use of SECRET_KEY.
PURPOSE = b"kerjasama.accounts.second_factor:"


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": (
            "Verifikasi dua langkah wajib bagi jabatan Anda. Bila gawai hilang atau diganti, "
            "minta administrator mengatur ulang."
        ),
        "cannot_generate_recovery_codes": "Aktifkan aplikasi autentikator lebih dahulu.",
        "incorrect_code": (
            "Kode tidak cocok. Pastikan jam di gawai Anda tepat, lalu isi kode enam angka yang sedang tampil."
        ),
        "unverified_email": "Alamat surel Anda belum terkonfirmasi. Hubungi administrator.",
    }

    def encrypt(self, text: str) -> str:
        """A copy of the database alone opens no account: the key stands in the settings."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return not second_factor.is_needed(authenticator.user)


def _cipher() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(urlsafe_b64encode(hashlib.sha256(PURPOSE + key.encode()).digest())) for key in keys])
