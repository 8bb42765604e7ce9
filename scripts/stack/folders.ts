import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { WordedError } from "../processes/worded-error";

/** The project's folder. */
export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/** Where Pipedeck keeps its data: PIPEDECK_DATA, or `.pipedeck` in the project. */
export function dataFolder(): string {
  return path.resolve(root, process.env.PIPEDECK_DATA || ".pipedeck");
}

/** Makes a folder, or says in one line why it cannot be. */
export function makeFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch (error) {
    throw new WordedError(
      `The folder ${folder} cannot be made: ${error instanceof Error ? error.message : error}`,
    );
  }
}
