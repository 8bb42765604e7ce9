import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../stack/folders";

/** The names of the arrows that dependency-cruiser checks. */
export async function arrowNames(): Promise<string[]> {
  const config: { default: { forbidden: { name: string }[] } } = await import(
    pathToFileURL(path.join(root, ".dependency-cruiser.mjs")).href
  );
  return config.default.forbidden.map(({ name }) => name);
}
