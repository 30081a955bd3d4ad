from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from kerjasama.documents.models import Document
from kerjasama.documents.printing import render


class Command(BaseCommand):
    help = "Print papers whose printing was cut off (a worker that was killed leaves them waiting)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--older-than", type=int, default=10, help="minutes a paper has waited (10)")

    def handle(self, *args: Any, **options: Any) -> None:
        # The queue runs on the real clock, whatever clock the case lives under.
        since = timezone.now() - timedelta(minutes=options["older_than"])
        waiting = Document.objects.filter(status=Document.Status.QUEUED, updated_at__lte=since)
        made = [render(pk).is_ready for pk in waiting.order_by("id").values_list("pk", flat=True)]
        self.stdout.write(f"{sum(made)} dari {len(made)} dokumen yang menunggu selesai dibuat.")
