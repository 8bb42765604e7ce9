ALTER TABLE "receipts" DROP CONSTRAINT "receipts_state";--> statement-breakpoint
DROP INDEX "receipts_one_at_a_time";--> statement-breakpoint
ALTER TABLE "receipts" ADD COLUMN "expectation" jsonb;--> statement-breakpoint
ALTER TABLE "receipts" ADD COLUMN "guarded" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "receipts" ADD COLUMN "confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "receipts" ADD COLUMN "finding" text;--> statement-breakpoint
CREATE INDEX "receipts_open" ON "receipts" USING btree ("seq") WHERE "receipts"."state" in ('recorded', 'sent', 'accepted', 'unknown');--> statement-breakpoint
CREATE UNIQUE INDEX "receipts_one_at_a_time" ON "receipts" USING btree ("precondition") WHERE "receipts"."state" in ('recorded', 'sent') or ("receipts"."state" = 'unknown' and not "receipts"."guarded");--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_state" CHECK ("receipts"."state" in ('recorded', 'sent', 'accepted', 'confirmed', 'refused', 'unknown', 'no-effect'));