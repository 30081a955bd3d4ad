"""The functions behind the triggers, in the language of the database."""

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

-- Many rows of one table, chained together when the transaction ends. A block is seen by its own transaction only, and is gone
-- once its rows are chained: a row is chained by its own trigger or by the block that stood when it was written, never by neither.
CREATE UNLOGGED TABLE IF NOT EXISTS workflow_chainblock (place text NOT NULL, behind bigint NOT NULL);

CREATE OR REPLACE FUNCTION workflow_in_block(wanted text) RETURNS boolean LANGUAGE plpgsql STABLE
SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM workflow_chainblock WHERE place = wanted);
END $$;

CREATE OR REPLACE FUNCTION workflow_begin_block(wanted text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM pg_trigger WHERE tgrelid = to_regclass(format('public.%I', wanted)) AND tgname = 'workflow_audit';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Tabel % tidak dirantai', wanted USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT workflow_in_block(wanted) THEN
    INSERT INTO workflow_chainblock (place, behind)
    SELECT wanted, COALESCE(max(row_id), 0) FROM workflow_auditentry WHERE table_name = wanted;
  END IF;
END $$;

CREATE OR REPLACE FUNCTION workflow_chain_block() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET timezone = 'UTC' SET search_path = public, pg_temp AS $$
DECLARE
  key_column text; keys bigint[]; fresh_rows text[]; first_seq bigint; last_hash bytea; moment timestamptz;
  bodies text[]; prevs bytea[]; hashes bytea[];
BEGIN
  DELETE FROM workflow_chainblock WHERE place = NEW.place;
  SELECT a.attname INTO key_column FROM pg_index i
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
    WHERE i.indrelid = to_regclass(format('public.%I', NEW.place)) AND i.indisprimary;
  -- What needs no link is made ready before the lock is taken. Committed rows are always chained: these are our own.
  EXECUTE format(
    'SELECT array_agg(t.%1$I ORDER BY t.%1$I), array_agg(to_jsonb(t)::text ORDER BY t.%1$I) FROM public.%2$I t WHERE t.%1$I > $1 '
    'AND NOT EXISTS (SELECT 1 FROM workflow_auditentry a WHERE a.table_name = $2 AND a.row_id = t.%1$I)',
    key_column, NEW.place) INTO keys, fresh_rows USING NEW.behind, NEW.place;
  IF keys IS NULL THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(728104);
  SELECT seq, hash INTO first_seq, last_hash FROM workflow_auditentry ORDER BY seq DESC LIMIT 1;
  first_seq := COALESCE(first_seq, 0);
  last_hash := COALESCE(last_hash, ''::bytea);
  moment := clock_timestamp();
  FOR n IN 1 .. cardinality(keys) LOOP
    -- As jsonb writes it in workflow_chain, without reading each row once more under the lock.
    bodies[n] := '{"at": ' || to_jsonb(moment)::text || ', "row": ' || fresh_rows[n] || ', "seq": ' || first_seq + n
      || ', "table": ' || to_jsonb(NEW.place)::text || ', "row_id": ' || keys[n] || '}';
    prevs[n] := last_hash;
    last_hash := sha256(last_hash || convert_to(bodies[n], 'UTF8'));
    hashes[n] := last_hash;
  END LOOP;
  INSERT INTO workflow_auditentry (seq, at, table_name, row_id, payload, prev, hash)
  SELECT first_seq + link.n, moment, NEW.place, link.key, link.body, link.prev, link.hash
    FROM unnest(keys, bodies, prevs, hashes) WITH ORDINALITY AS link(key, body, prev, hash, n);
  RETURN NULL;
END $$;
"""

#: The table of the blocks is no model: nothing of it is ever committed.
BLOCKS = "workflow_chainblock"
