/** One step of a path: into a member, an element, or any of them; `deep` looks at everything below too. */
interface Step {
  name: string | undefined;
  deep: boolean;
}

/** A path such as `$.ref`, `$['commits'][0].id`, `$.commits[*].added[*]` or `$..name`. */
export type JsonPath = readonly Step[];

const stepPattern =
  /(\.\.?)(?:([^\s.[\]()'"*?@,:]+)|(\*))|(\.\.)?\[(?:'([^']*)'|"([^"]*)"|(\d{1,9})|(\*))\]/y;

/** Reads a JSONPath without filters, slices and functions; undefined for anything else. */
export function readJsonPath(text: string): JsonPath | undefined {
  if (!text.startsWith("$")) return undefined;
  const steps: Step[] = [];
  let at = 1;
  while (at < text.length) {
    stepPattern.lastIndex = at;
    const match = stepPattern.exec(text);
    if (!match) return undefined;
    const [whole, dots, name, , deepDots, single, double, index] = match;
    steps.push({ name: name ?? single ?? double ?? index, deep: dots === ".." || deepDots === ".." });
    at += whole.length;
  }
  return steps;
}

function childrenOf(value: unknown): Array<[string, unknown]> {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function withAllBelow(values: ReadonlySet<unknown>): Set<unknown> {
  const found = new Set(values);
  // A set hands out what is added while it is walked through.
  for (const value of found) for (const [, child] of childrenOf(value)) found.add(child);
  return found;
}

/** Every value a path leads to, each once. */
export function selectJson(path: JsonPath, document: unknown): unknown[] {
  let values: Set<unknown> = new Set([document]);
  for (const { name, deep } of path) {
    const next = new Set<unknown>();
    for (const value of deep ? withAllBelow(values) : values) {
      for (const [key, child] of childrenOf(value)) if (name === undefined || key === name) next.add(child);
    }
    values = next;
  }
  return [...values];
}
