import { z } from "zod";

/** An instant as people and programs write one, with any offset and precision; read as UTC with milliseconds. */
export const When = z.iso
  .datetime({ offset: true, error: "must be an instant, such as 2026-11-20T14:00:00Z" })
  .transform((text) => new Date(text).toISOString());
