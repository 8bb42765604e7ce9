CREATE TABLE "pipeline_tags" (
	"target" text NOT NULL,
	"pipeline" text NOT NULL,
	"tags" json,
	"denied" json,
	"read_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pipeline_tags_target_pipeline_pk" PRIMARY KEY("target","pipeline")
);
