import type { Check } from "./check";

/** `ARCHITECTURE.md` names every check of the house and every arrow, and no check or arrow that does not exist. */
export function namedEnforcement(checks: string[], arrows: string[]): Check {
  const known = new Set([...checks, ...arrows, "named-enforcement"]);
  return {
    name: "named-enforcement",
    run: (files) => {
      const document = files.find(({ path }) => path === "ARCHITECTURE.md");
      if (!document) return [{ path: "ARCHITECTURE.md", line: 1, message: "is missing" }];
      const cited = [...document.text.matchAll(/\b(?:check|arrow) `([\w-]+)`/g)].map((found) => ({
        name: found[1] ?? "",
        line: document.text.slice(0, found.index).split("\n").length,
      }));
      const names = new Set(cited.map(({ name }) => name));
      return [
        ...cited
          .filter(({ name }) => !known.has(name))
          .map(({ name, line }) => ({
            path: document.path,
            line,
            message: `cites ${name}, which enforces nothing`,
          })),
        ...[...known]
          .filter((name) => !names.has(name))
          .map((name) => ({
            path: document.path,
            line: 1,
            message: `does not name ${name}, which is enforced`,
          })),
      ];
    },
  };
}
