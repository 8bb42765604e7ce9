import { z } from "zod";
import type * as domain from "@/lib/domain/structure-change";
import type * as parts from "@/lib/domain/structure-parts";

const Kind = z.enum([
  "pipeline",
  "store",
  "variable",
  "trigger",
  "filter",
  "stage",
  "condition",
  "rule",
  "action",
]) satisfies z.ZodType<parts.PartKind>;

const Part: z.ZodType<parts.Part> = z.strictObject({
  kind: Kind,
  name: z.string(),
  facts: z.array(
    z.strictObject({ key: z.string(), of: z.string().optional(), value: z.string().nullable() }),
  ),
  get parts() {
    return z.array(Part);
  },
});

const path = z.array(z.strictObject({ kind: Kind, name: z.string() }));
const Said = z.strictObject({ value: z.string().nullable() });

/** One difference between two declarations. */
export const StructureChange: z.ZodType<domain.StructureChange> = z.discriminatedUnion("change", [
  z.strictObject({ change: z.literal("added"), path, part: Part, after: z.string().optional() }),
  z.strictObject({ change: z.literal("removed"), path, part: Part }),
  z.strictObject({ change: z.literal("renamed"), path, from: z.string() }),
  z.strictObject({
    change: z.literal("moved"),
    path,
    fromStage: z.string().optional(),
    after: z.string().optional(),
  }),
  z.strictObject({
    change: z.literal("said"),
    path,
    key: z.string(),
    of: z.string().optional(),
    from: Said.optional(),
    to: Said.optional(),
  }),
]);
