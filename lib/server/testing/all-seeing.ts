import "server-only";
import type { Viewer } from "@/lib/domain/viewer";

/** Somebody from whom nothing is hidden. */
export const ALL_SEEING: Viewer = { key: "all", seesAll: true, seesTarget: () => true, sees: () => true };
