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

from kerjasama.core.models import AuditedModel
from kerjasama.workflow.models import AuditEntry, RouteEdge, StagedModel, StageEvent

FUNCTIONS = """
CREATE OR REPLACE FUNCTION workflow_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Catatan pada % hanya dapat ditambah, tidak dapat diubah atau dihapus', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE OR REPLACE FUNCTION workflow_stamp_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.txid := txid_current();
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION workflow_guard_stage() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  event workflow_stageevent%ROWTYPE;
BEGIN
  IF NEW.route_key <> OLD.route_key OR NEW.route_version <> OLD.route_version THEN
    RAISE EXCEPTION 'Kasus tetap pada rute awalnya' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.stage = OLD.stage AND NEW.act_count = OLD.act_count THEN
    RETURN NEW;
  END IF;
  SELECT e.* INTO event FROM workflow_stageevent e
    JOIN django_content_type c ON c.id = e.subject_type_id
    WHERE c.app_label || '.' || c.model = TG_ARGV[0] AND e.object_id = NEW.id AND e.seq = NEW.act_count
      AND e.source = OLD.stage AND e.target = NEW.stage AND e.txid = txid_current();
  IF NEW.act_count <> OLD.act_count + 1 OR event.id IS NULL THEN
    RAISE EXCEPTION 'Tahap % tidak dapat menjadi % tanpa peristiwa yang tercatat', OLD.stage, NEW.stage
      USING ERRCODE = 'restrict_violation';
  END IF;
  PERFORM 1 FROM workflow_routeedge r WHERE r.subject_label = TG_ARGV[0] AND r.route_key = NEW.route_key
    AND r.route_version = NEW.route_version AND r.act = event.act AND r.source = OLD.stage AND r.target = NEW.stage;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Rute % tidak mengenal lintasan % ke %', NEW.route_key, OLD.stage, NEW.stage
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION workflow_guard_birth() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM workflow_routeedge r WHERE r.subject_label = TG_ARGV[0] AND r.route_key = NEW.route_key
    AND r.route_version = NEW.route_version AND r.source = '' AND r.target = NEW.stage;
  IF NOT FOUND OR NEW.act_count <> 1 THEN
    RAISE EXCEPTION 'Kasus baru mulai pada tahap pertama rutenya, bukan %', NEW.stage USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION workflow_guard_first_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM workflow_stageevent e JOIN django_content_type c ON c.id = e.subject_type_id
    WHERE c.app_label || '.' || c.model = TG_ARGV[0] AND e.object_id = NEW.id AND e.seq = 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Kasus baru tanpa peristiwa pertama' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION workflow_guard_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.act_count > 1 THEN
    RAISE EXCEPTION 'Yang sudah mempunyai tindakan tidak dapat dihapus, hanya dapat dibatalkan'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;

CREATE OR REPLACE FUNCTION workflow_chain() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET timezone = 'UTC' SET search_path = public, pg_temp AS $$
DECLARE
  last_seq bigint; last_hash bytea; fresh_row jsonb; key bigint; body text; moment timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock(728104);
  SELECT seq, hash INTO last_seq, last_hash FROM workflow_auditentry ORDER BY seq DESC LIMIT 1;
  fresh_row := to_jsonb(NEW);
  key := (fresh_row ->> TG_ARGV[0])::bigint;
  moment := clock_timestamp();
  body := jsonb_build_object('seq', COALESCE(last_seq, 0) + 1, 'at', moment, 'table', TG_TABLE_NAME, 'row_id', key,
                             'row', fresh_row)::text;
  INSERT INTO workflow_auditentry (seq, at, table_name, row_id, payload, prev, hash)
  VALUES (COALESCE(last_seq, 0) + 1, moment, TG_TABLE_NAME, key, body, COALESCE(last_hash, ''::bytea),
          sha256(COALESCE(last_hash, ''::bytea) || convert_to(body, 'UTF8')));
  RETURN NULL;
END $$;
"""


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
        f"FOR EACH ROW EXECUTE FUNCTION workflow_chain('{model._meta.pk.column}')"
    )
    return Trigger("workflow_audit", table, statement)


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


def write_edges(alias: str) -> None:
    """Make the table of route edges equal to the code; edges of old versions stay in the code too."""
    wanted = edges()
    manager = RouteEdge.objects.using(alias)
    fields = ("subject_label", "route_key", "route_version", "act", "source", "target")
    present = {tuple(row[1:]): row[0] for row in manager.values_list("pk", *fields)}
    manager.filter(pk__in=[pk for row, pk in present.items() if row not in wanted]).delete()
    manager.bulk_create([RouteEdge(**dict(zip(fields, row, strict=True))) for row in sorted(wanted - set(present))])


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
    statements.append(f'REVOKE INSERT, UPDATE, DELETE ON "{RouteEdge._meta.db_table}" FROM {name}')
    for model in apps.get_models():
        if issubclass(model, AuditedModel) and not getattr(model, "DRAFT_MAY_BE_DELETED", False):
            statements.append(f'REVOKE DELETE ON "{model._meta.db_table}" FROM {name}')
    return [s for s in statements if ' ON "' not in s or s.split(' ON "')[1].split('"')[0] in present]
