const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

function element(name: string, value: unknown, indent: string): string {
  if (value === undefined || value === null) return "";
  if (typeof value !== "object") return `${indent}<${name}>${escaped(String(value))}</${name}>\n`;
  return `${indent}<${name}>\n${children(value, `${indent}  `)}${indent}</${name}>\n`;
}

function children(tree: object, indent: string): string {
  return Object.entries(tree)
    .map(([name, value]) => element(name, value, indent))
    .join("");
}

/** An XML document: one root element in a namespace, then a tree of elements by name; absent values are left out. */
export function xmlOf(root: string, namespace: string, tree: Record<string, unknown>): string {
  return `<${root} xmlns="${namespace}">\n${children(tree, "  ")}</${root}>\n`;
}
