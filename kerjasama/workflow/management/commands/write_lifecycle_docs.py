"""Write docs/lifecycle.md from the code."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from kerjasama.workflow.diagram import document


class Command(BaseCommand):
    help = "Menulis docs/lifecycle.md dari rute, tindakan, dan syarat dalam kode."

    def handle(self, *args: Any, **options: Any) -> None:
        path = settings.BASE_DIR / "docs" / "lifecycle.md"
        path.write_text(document(), encoding="utf-8")
        self.stdout.write(f"Ditulis: {path.relative_to(settings.BASE_DIR)}")
