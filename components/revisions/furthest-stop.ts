import type { RevisionStop } from "@/lib/domain/where-is";

/** The last stage that a revision came to; undefined when it came to none that is known. */
export function furthestStop(stops: readonly RevisionStop[]): RevisionStop | undefined {
  return stops.findLast(({ standing }) => standing !== "NotYetRun");
}
