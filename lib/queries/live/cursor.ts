import type { Versions } from "@/lib/contract/live";

/** Where somebody stands, as GET /api/live takes it in `since`: `prod-eu.1234~prod-us.88`. */
export function cursorOf(versions: Versions): string {
  return Object.entries(versions)
    .map(([target, version]) => `${target}.${version}`)
    .join("~");
}
