from kerjasama.documents.models.access import FileAccess
from kerjasama.documents.models.bundle import Bundle
from kerjasama.documents.models.correction import Correction
from kerjasama.documents.models.document import Document
from kerjasama.documents.models.edition import TemplateEdition
from kerjasama.documents.models.files import StoredFile
from kerjasama.documents.models.held import HeldUpload
from kerjasama.documents.models.numbers import IssuedNumber, NumberRule, NumberSeries
from kerjasama.documents.models.paraf import LetterParaf
from kerjasama.documents.models.signature import Backend, ElectronicSignature, SigningAttempt

__all__ = [
    "Backend",
    "Bundle",
    "Correction",
    "Document",
    "ElectronicSignature",
    "FileAccess",
    "HeldUpload",
    "IssuedNumber",
    "LetterParaf",
    "NumberRule",
    "NumberSeries",
    "SigningAttempt",
    "StoredFile",
    "TemplateEdition",
]
