CREATE TABLE "pipeline_snapshots" (
	"target" text NOT NULL,
	"name" text NOT NULL,
	"version" bigint NOT NULL,
	"gone" boolean DEFAULT false NOT NULL,
	"listed" json,
	"state" json,
	"depth" text,
	"read_at" timestamp (3) with time zone,
	"written_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pipeline_snapshots_target_name_pk" PRIMARY KEY("target","name")
);
--> statement-breakpoint
CREATE TABLE "target_watches" (
	"target" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 0 NOT NULL,
	"forgotten_version" bigint DEFAULT 0 NOT NULL,
	"list_read_at" timestamp (3) with time zone,
	"freshness" json,
	"beat_at" timestamp (3) with time zone,
	"holder" text
);
--> statement-breakpoint
CREATE INDEX "pipeline_snapshots_version" ON "pipeline_snapshots" USING btree ("target","version");