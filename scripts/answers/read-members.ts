/** The shapes of a service, by name, each with the names of its members and what their types name. */
export type Shapes = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Shapes as the SDK's own declaration file has them. */
export function readShapes(declarations: string): Shapes {
  const shapes = new Map<string, Map<string, string[]>>();
  for (const [, name = "", body = ""] of declarations.matchAll(
    /^export interface (\w+) \{\n([\s\S]*?)^\}/gm,
  )) {
    const members = [...body.matchAll(/^ {4}(\w+)\??: (.+);$/gm)];
    shapes.set(
      name,
      new Map(members.map(([, member = "", type = ""]) => [member, type.match(/\w+/g) ?? []])),
    );
  }
  return shapes;
}

/** Every `Shape.member` that an answer of a Get or List operation can hold, at any depth. */
export function answeredMembers(shapes: Shapes): string[] {
  const open = [...shapes.keys()].filter((name) => /^(Get|List)\w+Output$/.test(name));
  const seen = new Set<string>();
  const members: string[] = [];
  for (let shape = open.shift(); shape !== undefined; shape = open.shift()) {
    if (seen.has(shape)) continue;
    seen.add(shape);
    for (const [member, types] of shapes.get(shape) ?? []) {
      members.push(`${shape}.${member}`);
      open.push(...types.filter((type) => shapes.has(type)));
    }
  }
  return members;
}

/** Every `Shape.member` that a table of the document has a place or a reason for. */
export function coveredMembers(document: string): string[] {
  return document.split("\n").flatMap((line) => {
    const [, shape, names = "", place = ""] = /^\| (\w+) \| (.+?) \| (.+) \|$/.exec(line) ?? [];
    if (shape === undefined || place.trim() === "") return [];
    return [...names.matchAll(/`(\w+)`/g)].map(([, member = ""]) => `${shape}.${member}`);
  });
}
