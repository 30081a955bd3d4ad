from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "kerjasama.documents"
    label = "documents"
    verbose_name = "Dokumen"
    default_auto_field = "django.db.models.BigAutoField"
