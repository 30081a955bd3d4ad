"""How a service says no: one family of exceptions, each with a sentence that says what to do."""

from datetime import datetime


class Refusal(Exception):
    """A request that is understood and refused. `message` is Indonesian and shown as it is.

    `detail` adds the why or the next step; `status` is the HTTP answer.
    """

    status = 409

    def __init__(self, message: str, *, detail: str = "", status: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.detail = detail
        if status is not None:
            self.status = status

    def __str__(self) -> str:
        return self.message


class NotYours(Refusal):
    """The subject is visible, but the act belongs to another office."""

    status = 403


class NotYet(Refusal):
    """The act is mine, but something must happen first."""

    status = 409


class Stale(Refusal):
    """The subject has moved on since the page was drawn."""

    status = 409


class BadInput(Refusal):
    """What was typed cannot be accepted. `errors` maps a field name to a list of sentences."""

    status = 422

    def __init__(
        self,
        message: str,
        *,
        errors: dict[str, list[str]] | None = None,
        detail: str = "",
        status: int | None = None,
    ) -> None:
        super().__init__(message, detail=detail, status=status)
        self.errors = errors or {}


class Busy(Refusal):
    """Somebody else holds what is to be written; it was waited for in vain, and nothing was written."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Data ini sedang ditulis orang lain.",
            detail="Tidak ada yang tersimpan. Tunggu sebentar, kembali ke halaman sebelumnya, lalu coba sekali lagi.",
        )


class TooMany(Refusal):
    """Asked too often. `wait` is in seconds; `until` is when it may be tried again."""

    status = 429

    def __init__(self, wait: int, *, until: datetime) -> None:
        super().__init__("Terlalu banyak percobaan dari jaringan Anda atau untuk surel ini.")
        self.wait, self.until = wait, until


class UploadRefused(Refusal):
    """A file that is not accepted, with the reason."""

    status = 422
