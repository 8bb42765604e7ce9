import type { Check, Finding, SourceFile } from "./check";

const documents = /^(README|ARCHITECTURE|CONTRIBUTING)\.md$|^docs\/.+\.md$|^emulator\/README\.md$/;
const pathLike = /^[\w.@()[\]-]+(\/[\w.@()[\]-]+)+\/?$|^[\w-]+\.(md|mjs|ts|tsx|json|yaml)$/;
/** What a person makes, or a command makes: not in the repository. */
const made = /^(\.pipedeck|\.next|node_modules|coverage)(\/|$)|^pipedeck\.config\.yaml$/;

/** A path that the documents name exists: in backticks, or as the target of a link or a picture. */
export const documentReferences: Check = {
  name: "document-references",
  run: (files) => {
    const known = new Set(files.flatMap(({ path }) => [path, ...foldersOf(path)]));
    return files.filter(({ path }) => documents.test(path)).flatMap((file) => findings(file, known));
  },
};

function findings(file: SourceFile, known: Set<string>): Finding[] {
  const folder = file.path.includes("/") ? file.path.slice(0, file.path.lastIndexOf("/") + 1) : "";
  const lines = file.text.replace(/```[\s\S]*?```/g, (block) => block.replace(/[^\n]/g, "")).split("\n");
  return lines.flatMap((text, index) =>
    [...text.matchAll(/`([^`]+)`|\]\(([^)#]+)(?:#[^)]*)?\)|\b(?:src|srcset|href)="([^"#]+)"/g)]
      .map((found) => ({
        link: found[1] === undefined,
        name: (found[1] ?? found[2] ?? found[3] ?? "").replace(/\/$/, ""),
      }))
      .filter(({ link, name }) => (link ? !/^[a-z]+:/.test(name) : pathLike.test(name)) && !made.test(name))
      .filter(({ name }) => !known.has(name) && !known.has(normal(folder + name)))
      .map(({ name }) => ({
        path: file.path,
        line: index + 1,
        message: `names ${name}, which does not exist`,
      })),
  );
}

function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

function foldersOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
