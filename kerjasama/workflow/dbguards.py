"""The database's own guard: stages, ledger, audit chain and rights, installed after each migration.

Written as one idempotent installation and not as migrations, so that a new table with history or stages
is guarded by the same command that creates it, and a test can compare what stands with what should.
"""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from simple_history.models import HistoricalChanges

from kerjasama.workflow.dbfunctions import BLOCKS, FUNCTIONS
from kerjasama.workflow.models import AuditEntry, RouteEdge, RouteGate, StagedModel, StageEvent


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger that must stand: name, table and the rest of its statement."""

    name: str
    table: str
    statement: str

    def sql(self) -> str:
        return f'DROP TRIGGER IF EXISTS {self.name} ON "{self.table}";\n{self.statement};'


def staged_models() -> list[type[StagedModel]]:
    """Every model that walks a route."""
    return [model for model in apps.get_models() if issubclass(model, StagedModel)]


def chained_models() -> list[type[models.Model]]:
    """Every table whose rows enter the audit chain: all history tables and the ledger."""
    histories = [model for model in apps.get_models() if issubclass(model, HistoricalChanges)]
    return [*histories, StageEvent]


def append_only_models() -> list[type[models.Model]]:
    """Every table that may only grow."""
    return [*chained_models(), AuditEntry]


def undeletable_models() -> list[type[models.Model]]:
    """Every table whose versions are kept, drafts excepted: people and offices as well as cases."""
    kept = (model for model in apps.get_models() if hasattr(model, "history"))
    return [model for model in kept if not getattr(model, "DRAFT_MAY_BE_DELETED", False)]


def triggers() -> list[Trigger]:
    """All triggers the database must hold, for all models of all rooms."""
    wanted = [_row("workflow_event_stamp", StageEvent, "BEFORE INSERT", "workflow_stamp_event()")]
    for model in append_only_models():
        wanted.append(_row("workflow_keep", model, "BEFORE UPDATE OR DELETE", "workflow_refuse_change()"))
        table = model._meta.db_table
        wanted.append(
            Trigger(
                "workflow_keep_all",
                table,
                f'CREATE TRIGGER workflow_keep_all BEFORE TRUNCATE ON "{table}" EXECUTE FUNCTION workflow_refuse_change()',
            )
        )
    for model in chained_models():
        wanted.append(_audit_trigger(model))
    wanted.append(_block_trigger())
    for model in staged_models():
        wanted.extend(_stage_triggers(model))
    return wanted


def _stage_triggers(model: type[StagedModel]) -> list[Trigger]:
    label, table = model._meta.label_lower, model._meta.db_table
    deferred = (
        f'CREATE CONSTRAINT TRIGGER workflow_birth_event AFTER INSERT ON "{table}" DEFERRABLE INITIALLY DEFERRED '
        f"FOR EACH ROW EXECUTE FUNCTION workflow_guard_first_event('{label}')"
    )
    return [
        _row("workflow_stage", model, "BEFORE UPDATE", f"workflow_guard_stage('{label}')"),
        _row("workflow_birth", model, "BEFORE INSERT", f"workflow_guard_birth('{label}')"),
        Trigger("workflow_birth_event", table, deferred),
        _row("workflow_delete", model, "BEFORE DELETE", "workflow_guard_delete()"),
    ]


def _audit_trigger(model: type[models.Model]) -> Trigger:
    """Chained at commit: the one lock of the chain is taken last, so it can close no circle of waiting acts."""
    table = model._meta.db_table
    statement = (
        f'CREATE CONSTRAINT TRIGGER workflow_audit AFTER INSERT ON "{table}" DEFERRABLE INITIALLY DEFERRED '
        f"FOR EACH ROW WHEN ((NOT workflow_in_block('{table}'::text))) EXECUTE FUNCTION workflow_chain('{model._meta.pk.column}')"
    )
    return Trigger("workflow_audit", table, statement)


def _block_trigger() -> Trigger:
    """As late as the others, for all the rows of a block."""
    statement = (
        f'CREATE CONSTRAINT TRIGGER workflow_block AFTER INSERT ON "{BLOCKS}" DEFERRABLE INITIALLY DEFERRED '
        "FOR EACH ROW EXECUTE FUNCTION workflow_chain_block()"
    )
    return Trigger("workflow_block", BLOCKS, statement)


def _row(name: str, model: type[models.Model], when: str, function: str) -> Trigger:
    table = model._meta.db_table
    return Trigger(name, table, f'CREATE TRIGGER {name} {when} ON "{table}" FOR EACH ROW EXECUTE FUNCTION {function}')


def edges() -> set[tuple[str, str, int, str, str, str]]:
    """Every allowed move of every route of every subject, as the code has it."""
    found = set()
    for model in staged_models():
        label = model._meta.label_lower
        for route in model.ROUTES:
            found.add((label, route.key, route.version, "begin", "", route.first))
            for arrow in model.arrows():
                for source in arrow.sources:
                    for target in arrow.ends(route, source):
                        found.add((label, route.key, route.version, arrow.act, source, target))
    return found


def install(connection: Any) -> None:
    """Put functions, triggers, route edges and rights in place; safe to repeat, run as the owner."""
    with connection.cursor() as cursor:
        present = set(connection.introspection.table_names(cursor))
        if StageEvent._meta.db_table not in present:
            return
        cursor.execute(FUNCTIONS)
        present.add(BLOCKS)
        for trigger in triggers():
            if trigger.table in present:
                cursor.execute(trigger.sql())
        write_edges(connection.alias)
        for statement in _room_statements(present):
            cursor.execute(statement)
        role, owner = settings.DATABASES["default"]["USER"], connection.settings_dict["USER"]
        if role and role != owner:
            for statement in grants(role, present):
                cursor.execute(statement)


def _room_statements(present: set[str]) -> list[str]:
    """Guards that a room adds for its own law: `DATABASE_GUARDS` on its app config."""
    statements: list[str] = []
    for config in apps.get_app_configs():
        for table, statement in getattr(config, "DATABASE_GUARDS", ()):
            if table in present:
                statements.append(statement)
    return statements


def gates() -> set[tuple[str, str, int, str]]:
    """Every naskah that waits for the DPRD, by route, as the code has it."""
    return {
        (model._meta.label_lower, route.key, route.version, str(instrument))
        for model in staged_models()
        for route in model.ROUTES
        for instrument in route.gated
    }


def write_edges(alias: str) -> None:
    """Make the tables of edges and gates equal to the code; those of old versions stay in the code too."""
    where = ("subject_label", "route_key", "route_version")
    _write(RouteEdge, (*where, "act", "source", "target"), edges(), alias)
    _write(RouteGate, (*where, "instrument"), gates(), alias)


def _write(model: type[models.Model], fields: tuple[str, ...], wanted: set[tuple[Any, ...]], alias: str) -> None:
    manager = model._default_manager.using(alias)
    present = {tuple(row[1:]): row[0] for row in manager.values_list("pk", *fields)}
    manager.filter(pk__in=[pk for row, pk in present.items() if row not in wanted]).delete()
    manager.bulk_create([model(**dict(zip(fields, row, strict=True))) for row in sorted(wanted - set(present))])


def grants(role: str, present: set[str]) -> list[str]:
    """The application role's rights: no change of what only grows, no deletion of what has legal weight."""
    name = f'"{role}"'
    statements = [
        f"GRANT USAGE ON SCHEMA public TO {name}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {name}",
    ]
    for model in append_only_models():
        statements.append(f'REVOKE UPDATE, DELETE, TRUNCATE ON "{model._meta.db_table}" FROM {name}')
    statements.append(f'REVOKE INSERT, UPDATE, DELETE ON "{AuditEntry._meta.db_table}" FROM {name}')
    statements.append(f'REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "{BLOCKS}" FROM {name}')
    for model in (RouteEdge, RouteGate):
        statements.append(f'REVOKE INSERT, UPDATE, DELETE ON "{model._meta.db_table}" FROM {name}')
    for model in undeletable_models():
        statements.append(f'REVOKE DELETE ON "{model._meta.db_table}" FROM {name}')
    return [s for s in statements if ' ON "' not in s or s.split(' ON "')[1].split('"')[0] in present]
