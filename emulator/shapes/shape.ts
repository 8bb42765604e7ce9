/** Limits of a text's length, a list's or map's size, or a number. */
export interface Limits {
  min?: number;
  max?: number;
  /** Regular expression the whole text must match. */
  pattern?: string;
}

/** What one member of an input or answer may be. Names refer to other entries of the shape table. */
export type Shape =
  | ({ kind: "text"; oneOf?: readonly string[] } & Limits)
  | ({ kind: "whole" } & Limits)
  | { kind: "flag" }
  | { kind: "instant" }
  | ({ kind: "list"; member: string } & Limits)
  | ({ kind: "map"; key: string; value: string } & Limits)
  | { kind: "structure"; members: ReadonlyMap<string, { shape: string; required: boolean }> };

export const flag: Shape = { kind: "flag" };
export const instant: Shape = { kind: "instant" };

export function text(limits: Limits = {}): Shape {
  return { kind: "text", ...limits };
}

export function oneOf(...values: string[]): Shape {
  return { kind: "text", oneOf: values };
}

export function whole(limits: Limits = {}): Shape {
  return { kind: "whole", ...limits };
}

export function list(member: string, limits: Limits = {}): Shape {
  return { kind: "list", member, ...limits };
}

export function map(key: string, value: string, limits: Limits = {}): Shape {
  return { kind: "map", key, value, ...limits };
}

/** Members written as `name:Shape`, required ones as `name*:Shape`, separated by spaces. */
export function structure(...rows: string[]): Shape {
  const members = new Map<string, { shape: string; required: boolean }>();
  for (const word of rows.join(" ").split(" ")) {
    const [name = "", shape = ""] = word.split(":");
    if (name) members.set(name.replace("*", ""), { shape, required: name.endsWith("*") });
  }
  return { kind: "structure", members };
}
