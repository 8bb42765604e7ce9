CREATE TABLE "executions" (
	"target" text NOT NULL,
	"pipeline" text NOT NULL,
	"id" text NOT NULL,
	"started_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone,
	"status" text NOT NULL,
	"execution_mode" text,
	"execution_type" text NOT NULL,
	"rollback_of" text,
	"trigger_type" text,
	"trigger_text" text,
	"triggered_by" text,
	"stop_reason" text,
	"revisions" json DEFAULT '[]'::json NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "executions_target_pipeline_id_pk" PRIMARY KEY("target","pipeline","id")
);
--> statement-breakpoint
CREATE INDEX "executions_started" ON "executions" USING btree ("target","pipeline","started_at");