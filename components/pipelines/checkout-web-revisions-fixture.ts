import type { Revision } from "@/lib/domain/revision";

const DAY = "2026-11-21";

/** An instant of the fixture's day, `03:12:10`. */
export function at(time: string): string {
  return `${DAY}T${time}.000Z`;
}

function revision(shortId: string, summary: string, author: string): Revision {
  return { action: "app-repo", id: shortId.padEnd(40, "0"), shortId, summary, author, branch: "main" };
}

/** The commits of the fixture, by short id. */
export const REVISIONS = {
  e41c9d2: revision("e41c9d2", "Show delivery slots in the cart", "r.kaya"),
  "7b09f1e": revision("7b09f1e", "Drop the legacy coupon field", "j.tanaka"),
  c08d3aa: revision("c08d3aa", "Apple Pay: retry on 409", "s.ferreira"),
  "5512be0": revision("5512be0", "Round VAT per line, not per order", "a.lindqvist"),
  "41fa0c7": revision("41fa0c7", "Lazy-load the address form", "r.kaya"),
  "3ad8c55": revision("3ad8c55", "Checkout service: new health check", "m.okafor"),
  "77e0b12": revision("77e0b12", "Checkout service: health check draft", "m.okafor"),
  "9c1e07b": revision("9c1e07b", "Promo banner component", "j.tanaka"),
};
export type Sha = keyof typeof REVISIONS;

/** Execution id of a commit in this fixture. */
export function executionOf(sha: string): string {
  return `2be81f40-0000-4000-8000-${sha.padStart(12, "0")}`;
}
