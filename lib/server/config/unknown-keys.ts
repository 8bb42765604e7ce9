import "server-only";
import { isScalar, type YAMLMap } from "yaml";
import { nearName } from "@/lib/domain/near-name";

/** Takes one mistake: the YAML node it stands at, its path in the document, and what is expected. */
export type Reporter = (node: unknown, path: string, message: string) => void;

/** The 1-based line at which a YAML node begins. */
export type LineOf = (node: unknown) => number;

/** Reports keys of a mapping that are not in `known`, with the nearest one that is. */
export function reportUnknownKeys(map: YAMLMap, path: string, known: string[], report: Reporter): void {
  for (const { key } of map.items) {
    const name = isScalar(key) ? String(key.value) : String(key);
    if (known.includes(name)) continue;
    const near = nearName(name, known);
    const hint = near ? `did you mean ${near}?` : `expected ${known.join(", ")}`;
    report(key, path === "" ? name : `${path}.${name}`, `is not a known key, ${hint}`);
  }
}
