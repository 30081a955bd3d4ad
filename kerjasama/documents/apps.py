from django.apps import AppConfig

from kerjasama.documents.dbguards import DATABASE_GUARDS


class DocumentsConfig(AppConfig):
    name = "kerjasama.documents"
    label = "documents"
    verbose_name = "Dokumen"
    default_auto_field = "django.db.models.BigAutoField"
    DATABASE_GUARDS = DATABASE_GUARDS
