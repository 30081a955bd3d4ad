"""`migrate` as everyone knows it, which then puts the database's own guards in place."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import CommandParser
from django.core.management.commands import migrate
from django.db import connections

from kerjasama.workflow import dbguards


class Command(migrate.Command):
    """Migrates as the owner role when there is one; a plain `migrate` never leaves a table unguarded."""

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        if "owner" in connections:
            parser.set_defaults(database="owner")

    def handle(self, *args: Any, **options: Any) -> None:
        # Data migrations, also those of libraries, often ask for "default": it is the same connection then.
        application, connections["default"] = connections["default"], connections[options["database"]]
        try:
            super().handle(*args, **options)
        finally:
            connections["default"] = application
        if options["plan"] or options["check_unapplied"]:
            return
        call_command("createcachetable", database=options["database"], verbosity=0)
        dbguards.install(connections[options["database"]])
