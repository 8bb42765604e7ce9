import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { WordedError } from "../../processes/worded-error";
import { root } from "../../stack/folders";

/** What stands for the variable parts of a path. */
export type Subject = Readonly<Record<string, string>>;

/** What an address must ask for, by its end. */
const QUERIES: ReadonlyArray<readonly [end: string, query: string]> = [
  ["/ships", "?executionId=[id]"],
  ["/executions/[id]/targets", "?run=[run]"],
  ["/api/executions", "?id=[id]"],
];

/** Every address that can be read, pages and routes, as the source says, for one subject. */
export function readingRoutes(subject: Subject): string[] {
  const pages = filesOf("app", "page.tsx").map(
    (file) =>
      file
        .replace(/^app/, "")
        .replace(/\/\([^)]+\)/g, "")
        .replace(/\/page\.tsx$/, "") || "/",
  );
  const routes = filesOf("app/api", "route.ts")
    .filter((file) => /export const GET =/.test(readFileSync(path.join(root, file), "utf8")))
    .map((file) => file.replace(/^app/, "").replace(/\/route\.ts$/, ""));
  return [...pages, ...routes.filter((route) => route !== "/api/live" && !route.includes("[..."))].map(
    (route) =>
      withQuery(route).replace(/\[(\w+)\]/g, (_whole, name: string) => {
        const value = subject[name];
        if (value === undefined) throw new WordedError(`${route} has a part ${name} that is not known`);
        return encodeURIComponent(value);
      }),
  );
}

function withQuery(route: string): string {
  return `${route}${QUERIES.find(([end]) => route.endsWith(end))?.[1] ?? ""}`;
}

function filesOf(folder: string, name: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const at = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesOf(at, name);
    return entry.name === name ? [at] : [];
  });
}
