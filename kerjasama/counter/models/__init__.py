from kerjasama.counter.models.account import PartnerAccount
from kerjasama.counter.models.answer import AnswerInvitation
from kerjasama.counter.models.paper import QuarantinedFile, RequestDraft
from kerjasama.counter.models.request import OnlineContact, OnlineRequest

__all__ = ["AnswerInvitation", "OnlineContact", "OnlineRequest", "PartnerAccount", "QuarantinedFile", "RequestDraft"]
