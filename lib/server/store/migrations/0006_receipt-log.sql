CREATE TABLE "receipt_log" (
	"seq" bigint PRIMARY KEY DEFAULT 0 NOT NULL,
	"kind" text NOT NULL,
	"receipt_id" uuid,
	"step" text NOT NULL,
	"entry" jsonb NOT NULL,
	"previous_hash" text DEFAULT '' NOT NULL,
	"hash" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "receipts" ADD COLUMN "served_by" uuid;--> statement-breakpoint
CREATE INDEX "receipt_log_receipt" ON "receipt_log" USING btree ("receipt_id","seq");
--> statement-breakpoint
CREATE FUNCTION "chain_receipt_log"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	head record;
BEGIN
	-- One writer at a time, until its commit; and no commit before it is on the disk, whatever the session says.
	PERFORM pg_advisory_xact_lock(730323, 1);
	PERFORM set_config('synchronous_commit', 'on', true);
	SELECT seq, hash INTO head FROM receipt_log ORDER BY seq DESC LIMIT 1;
	NEW.seq := coalesce(head.seq, 0) + 1;
	NEW.previous_hash := coalesce(head.hash, repeat('0', 64));
	NEW.hash := encode(sha256(convert_to(concat_ws(E'\n',
		NEW.previous_hash, NEW.seq, NEW.kind, coalesce(NEW.receipt_id::text, ''), NEW.step, NEW.entry::text), 'UTF8')), 'hex');
	PERFORM pg_notify('pipedeck_receipts', json_build_object(
		'seq', NEW.seq, 'hash', NEW.hash, 'kind', NEW.kind, 'receiptId', NEW.receipt_id, 'step', NEW.step)::text);
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "receipt_log_chain" BEFORE INSERT ON "receipt_log" FOR EACH ROW EXECUTE FUNCTION "chain_receipt_log"();
--> statement-breakpoint
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% is only ever added to: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER "receipt_log_kept" BEFORE UPDATE OR DELETE ON "receipt_log" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "receipt_log_not_emptied" BEFORE TRUNCATE ON "receipt_log" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "receipts_kept" BEFORE DELETE ON "receipts" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "receipts_not_emptied" BEFORE TRUNCATE ON "receipts" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE FUNCTION "log_receipt"() RETURNS trigger LANGUAGE plpgsql SET timezone = 'UTC' AS $$
BEGIN
	INSERT INTO receipt_log (kind, receipt_id, step, entry) VALUES ('press', NEW.id, NEW.state, to_jsonb(NEW));
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "receipts_logged" AFTER INSERT OR UPDATE ON "receipts" FOR EACH ROW EXECUTE FUNCTION "log_receipt"();
--> statement-breakpoint
CREATE FUNCTION "log_session"() RETURNS trigger LANGUAGE plpgsql SET timezone = 'UTC' AS $$
BEGIN
	INSERT INTO receipt_log (kind, step, entry)
	VALUES ('session', CASE TG_OP WHEN 'INSERT' THEN 'signed-in' ELSE 'ended' END, to_jsonb(NEW));
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "people_sessions_begun" AFTER INSERT ON "people_sessions" FOR EACH ROW EXECUTE FUNCTION "log_session"();
--> statement-breakpoint
CREATE TRIGGER "people_sessions_ended" AFTER UPDATE ON "people_sessions" FOR EACH ROW
	WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL) EXECUTE FUNCTION "log_session"();
--> statement-breakpoint
INSERT INTO receipt_log (kind, receipt_id, step, entry) SELECT 'press', id, state, to_jsonb(receipts) FROM receipts ORDER BY seq;
