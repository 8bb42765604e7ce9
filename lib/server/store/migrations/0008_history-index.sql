CREATE TABLE "indexed_pipelines" (
	"target" text NOT NULL,
	"pipeline" text NOT NULL,
	"newest_at" timestamp (3) with time zone,
	"back_to" timestamp (3) with time zone,
	"next_token" text,
	"complete" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "indexed_pipelines_target_pipeline_pk" PRIMARY KEY("target","pipeline")
);
--> statement-breakpoint
DROP INDEX "executions_started";--> statement-breakpoint
ALTER TABLE "executions" ADD COLUMN "ran" json;--> statement-breakpoint
ALTER TABLE "executions" ADD COLUMN "words" "tsvector" DEFAULT ''::tsvector NOT NULL;--> statement-breakpoint
CREATE INDEX "executions_newest" ON "executions" USING btree ("target","pipeline",coalesce("started_at", 'epoch') desc,"id" desc);--> statement-breakpoint
CREATE INDEX "executions_words" ON "executions" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "executions_without_ran" ON "executions" USING btree ("target","pipeline") WHERE "executions"."ran" is null;