CREATE TABLE "people_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"person_name" text NOT NULL,
	"role" text NOT NULL,
	"provider" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "receipts_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"verb" text NOT NULL,
	"target" text NOT NULL,
	"pipeline" text NOT NULL,
	"stage" text,
	"action" text,
	"execution_id" text,
	"precondition" text,
	"person_id" text NOT NULL,
	"person_name" text NOT NULL,
	"session_id" uuid NOT NULL,
	"reason" text,
	"request_hash" text NOT NULL,
	"state" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"aws_request_id" text,
	"refusal_code" text,
	"refusal_message" text,
	"refusal_before_sending" boolean,
	CONSTRAINT "receipts_state" CHECK ("receipts"."state" in ('recorded', 'sent', 'accepted', 'refused', 'unknown'))
);
--> statement-breakpoint
CREATE INDEX "people_sessions_person" ON "people_sessions" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "people_sessions_expires" ON "people_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "receipts_seq" ON "receipts" USING btree ("seq");--> statement-breakpoint
CREATE UNIQUE INDEX "receipts_one_at_a_time" ON "receipts" USING btree ("precondition") WHERE "receipts"."state" in ('recorded', 'sent');--> statement-breakpoint
CREATE INDEX "receipts_pipeline" ON "receipts" USING btree ("target","pipeline","seq");--> statement-breakpoint
CREATE INDEX "receipts_execution" ON "receipts" USING btree ("execution_id","seq");