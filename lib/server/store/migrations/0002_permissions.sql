ALTER TABLE "people_sessions" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "people_sessions" ADD COLUMN "groups" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
UPDATE "people_sessions" SET "groups" = ARRAY["role"];--> statement-breakpoint
UPDATE "people_sessions" SET "revoked_at" = now() WHERE "provider" <> 'demo' AND "revoked_at" IS NULL;--> statement-breakpoint
ALTER TABLE "people_sessions" DROP COLUMN "role";
