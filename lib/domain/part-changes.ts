import type { PartStep, Said, StructureChange } from "./structure-change";
import type { Fact, Part, PartKind } from "./structure-parts";

/** Kinds whose name people choose, so that the same thing under another name was renamed. */
const NAMED: ReadonlySet<PartKind> = new Set(["action", "rule"]);

/** The path of a part in another. */
export function inside(path: readonly PartStep[], { kind, name }: Part): PartStep[] {
  return [...path, { kind, name }];
}

/** Whether two parts say the same, whatever they are called and in whatever order they say it. */
export function sameContent(one: Part, other: Part): boolean {
  if (factChanges(one, other, []).length > 0 || one.parts.length !== other.parts.length) return false;
  const isIn = new Map(other.parts.map((each) => [keyOf(each), each]));
  return one.parts.every((each) => {
    const twin = isIn.get(keyOf(each));
    return twin !== undefined && sameContent(each, twin);
  });
}

/** What is said of a part now and was not before, or otherwise. */
export function factChanges(before: Part, after: Part, path: PartStep[]): StructureChange[] {
  const was = new Map(before.facts.map((fact) => [factKey(fact), fact]));
  const is = new Map(after.facts.map((fact) => [factKey(fact), fact]));
  const said = [...is.values(), ...[...was.values()].filter((fact) => !is.has(factKey(fact)))];
  return said.flatMap(({ key, of }): StructureChange[] => {
    const [from, to] = [was.get(factKey({ key, of })), is.get(factKey({ key, of }))];
    if (from && to && from.value === to.value && from.mark === to.mark) return [];
    return [
      {
        change: "said",
        path,
        key,
        ...(of !== undefined && { of }),
        ...(from && { from: shown(from) }),
        ...(to && { to: shown(to) }),
      },
    ];
  });
}

/** Everything that differs inside two parts that are taken for the same. */
export function partChanges(before: Part, after: Part, path: PartStep[]): StructureChange[] {
  const { renamed, kept, added, removed } = matched(before.parts, after.parts);
  return [
    ...factChanges(before, after, path),
    ...renamed.map(
      ([from, to]): StructureChange => ({ change: "renamed", path: inside(path, to), from: from.name }),
    ),
    ...kept.flatMap(([was, is]) => partChanges(was, is, inside(path, is))),
    ...added.map(
      (part): StructureChange => ({ change: "added", path: inside(path, part), part: bare(part) }),
    ),
    ...removed.map(
      (part): StructureChange => ({ change: "removed", path: inside(path, part), part: bare(part) }),
    ),
  ];
}

/** Which part became which. `named`: kinds that may have been given another name. */
export function matched(before: readonly Part[], after: readonly Part[], named = NAMED) {
  const was = new Map(before.map((each) => [keyOf(each), each]));
  const is = new Set(after.map(keyOf));
  const gone = before.filter((each) => !is.has(keyOf(each)));
  const came = after.filter((each) => !was.has(keyOf(each)));
  const renamed: Array<readonly [Part, Part]> = [];
  for (const to of came) {
    const from = gone.find(
      (each) =>
        named.has(to.kind) &&
        each.kind === to.kind &&
        !renamed.some(([taken]) => taken === each) &&
        sameContent(each, to),
    );
    if (from) renamed.push([from, to]);
  }
  return {
    renamed,
    kept: after.flatMap((to): Array<readonly [Part, Part]> => {
      const from = was.get(keyOf(to));
      return from ? [[from, to]] : [];
    }),
    added: came.filter((each) => !renamed.some(([, to]) => to === each)),
    removed: gone.filter((each) => !renamed.some(([from]) => from === each)),
  };
}

/** A part as a change tells it: what compares withheld values stays behind. */
export function bare(part: Part): Part {
  return {
    ...part,
    facts: part.facts.map(({ mark: _mark, ...fact }) => fact),
    parts: part.parts.map(bare),
  };
}

function shown({ value }: Fact): Said {
  return { value };
}

function keyOf({ kind, name }: Part): string {
  return `${kind} ${name}`;
}

function factKey({ key, of }: Pick<Fact, "key" | "of">): string {
  return `${key} ${of ?? ""}`;
}
