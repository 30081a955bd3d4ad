"""The port: what a backend is asked, what it answers, and how it says no. Nothing here knows a vendor."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from kerjasama.core.errors import Refusal


class SecretOnce:
    """A passphrase on its way to the one call that needs it: never shown, never copied, gone when taken."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value: str | None = value

    def take(self) -> str:
        """The secret, one time only; a second call raises ValueError."""
        value, self._value = self._value, None
        if value is None:
            raise ValueError("a secret is taken once")
        return value

    def __repr__(self) -> str:
        return "SecretOnce(…)"

    __str__ = __repr__

    def __reduce__(self) -> str:
        raise TypeError("a secret is never stored or queued")


class SignerStatus(StrEnum):
    """The state of a signer's certificate in the words of BSrE; only ISSUE may sign."""

    ISSUE = "ISSUE"
    EXPIRED = "EXPIRED"
    NOT_YET_VALID = "NOT_YET_VALID"
    RENEW = "RENEW"
    WAITING_FOR_VERIFICATION = "WAITING_FOR_VERIFICATION"
    NEW = "NEW"
    NO_CERTIFICATE = "NO_CERTIFICATE"
    NOT_REGISTERED = "NOT_REGISTERED"
    SUSPEND = "SUSPEND"
    REVOKE = "REVOKE"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the visible stamp stands: page from 1, box in points from the lower left corner; `box` None is invisible.

    `field` is the signature field made for this party before the first signature.
    """

    field: str
    page: int = 1
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: `ref` is the user name (local) or the e-mail or NIK that BSrE knows; never kept by a backend."""

    ref: str = field(repr=False)
    name: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class SignRequest:
    """One signature on one exact file."""

    pdf: bytes = field(repr=False)
    signer: Signer
    secret: SecretOnce
    placement: Placement
    reason: str
    location: str
    verify_url: str


@dataclass(frozen=True, slots=True)
class SignResult:
    """The signed file, with what its newest signature says of itself."""

    pdf: bytes = field(repr=False)
    backend: str
    certified: bool
    subject: str
    issuer: str
    serial: str
    level: str
    signed_at: datetime
    not_before: datetime
    not_after: datetime
    provider_tx: str = ""


class SigningBackend(Protocol):
    """What every way of signing offers. `certified` is true for an Indonesian PSrE only (PP 71/2019 art. 60).

    `makes_field`: it draws a field of its own instead of filling the one that was made for the signer.
    """

    code: str
    label: str
    certified: bool
    makes_field: bool
    asks_nik: bool

    def check_signer(self, ref: str) -> SignerStatus:
        """The state of the signer's certificate. Raises Unavailable."""
        ...

    def sign(self, request: SignRequest) -> SignResult:
        """Sign once. Raises SigningError; OutcomeUnknown when nobody can say whether it was signed."""
        ...


class SigningError(Refusal):
    """A signature that was not made. The file before it stands as it was."""

    code = "FAILED"


class WrongPassphrase(SigningError):
    code, status = "WRONG_PASSPHRASE", 422

    def __init__(self) -> None:
        super().__init__(
            "Frasa sandi tanda tangan tidak cocok. Naskah belum ditandatangani.",
            detail="Sistem tidak mencoba ulang, karena percobaan yang salah dapat mengunci sertifikat Anda.",
        )


class NotRegistered(SigningError):
    code = "NOT_REGISTERED"

    def __init__(self) -> None:
        super().__init__(
            "Anda belum mempunyai sertifikat tanda tangan elektronik pada sistem ini.",
            detail="Hubungi administrator, atau pilih tanda tangan basah.",
        )


class NotUsable(SigningError):
    """The certificate is there and may not sign; `status_of` says why."""

    SENTENCES = {
        SignerStatus.EXPIRED: "Sertifikat Anda sudah kedaluwarsa.",
        SignerStatus.NOT_YET_VALID: "Sertifikat Anda belum mulai berlaku.",
        SignerStatus.SUSPEND: "Sertifikat Anda sedang ditangguhkan.",
        SignerStatus.REVOKE: "Sertifikat Anda sudah dicabut.",
        SignerStatus.RENEW: "Sertifikat Anda menunggu pembaruan.",
        SignerStatus.WAITING_FOR_VERIFICATION: "Sertifikat Anda menunggu verifikasi.",
        SignerStatus.NEW: "Sertifikat Anda belum diterbitkan.",
        SignerStatus.NO_CERTIFICATE: "Anda belum mempunyai sertifikat.",
    }

    def __init__(self, state: SignerStatus) -> None:
        told = self.SENTENCES.get(state, "Keadaan sertifikat Anda tidak dikenal.")
        super().__init__(
            f"{told} Naskah tidak ditandatangani.",
            detail="Hubungi administrator atau penerbit sertifikat Anda. Hanya sertifikat yang aktif dapat menandatangani.",
        )
        self.state = state
        self.code = str(state)


class BadDocument(SigningError):
    code = "BAD_DOCUMENT"


class BrokenAnswer(SigningError):
    code, status = "BROKEN_ANSWER", 502

    def __init__(self, why: str) -> None:
        super().__init__(
            "Berkas yang diterima dari layanan tanda tangan tidak dapat dipakai dan ditolak. Berkas sebelumnya tetap berlaku.",
            detail=why,
        )


class Unavailable(SigningError):
    code, status = "UNAVAILABLE", 503

    def __init__(self, why: str = "Layanan tanda tangan tidak dapat dihubungi.") -> None:
        super().__init__(f"{why} Naskah belum ditandatangani.", detail="Coba lagi beberapa saat lagi.")


class Declined(SigningError):
    """The service said no for a reason of its own."""

    code, status = "DECLINED", 502

    def __init__(self, number: str) -> None:
        super().__init__(
            "Layanan tanda tangan menolak permintaan ini. Naskah belum ditandatangani.",
            detail=f"Kode jawaban layanan: {number}. Sampaikan kode ini kepada administrator.",
        )


class OutcomeUnknown(SigningError):
    code, status = "UNKNOWN", 504

    def __init__(self) -> None:
        super().__init__(
            "Layanan tanda tangan tidak menjawab sesudah menerima permintaan. Belum pasti apakah naskah sudah ditandatangani.",
            detail="Sistem tidak mengirim ulang. Bagian Kerja Sama memeriksanya pada layanan tanda tangan (perlu cek) sebelum dicoba lagi.",
        )
