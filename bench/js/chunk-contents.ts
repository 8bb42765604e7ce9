/** What one source file weighs in a script of a route, in bytes; `compressed` is what Next.js estimates. */
export type Part = { route: string; source: string; size: number; compressed: number };

type Line = {
  type: string;
  route?: string;
  filename?: string;
  source_path?: string;
  size?: number;
  compressed_size?: number;
};

const browserChunk = /^\[client-fs\].*\.js$/;
/** Only browsers that know no modules fetch it. */
const polyfill = /\/polyfill-nomodule\.js$/;

/** A part of the browser's scripts, from a line of `next analyze export`; other lines give nothing. */
export function partOf(text: string): Part | undefined {
  const line: Line = JSON.parse(text);
  const source = line.source_path ?? "";
  if (line.type !== "part" || !browserChunk.test(line.filename ?? "") || polyfill.test(source))
    return undefined;
  return {
    route: line.route ?? "",
    source: source.replace("[project]/", ""),
    size: line.size ?? 0,
    compressed: line.compressed_size ?? 0,
  };
}

/** Where a source file belongs: its package, or its folder of ours. */
export function ownerOf(source: string): string {
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source);
  if (inPackage?.[1]) return inPackage[1];
  return source.includes("/") ? source.slice(0, source.lastIndexOf("/")) : source;
}

/** Sums of compressed bytes by `key`, the heaviest first. */
export function heaviest(parts: readonly Part[], key: (part: Part) => string): [string, number][] {
  const sums = new Map<string, number>();
  for (const part of parts) sums.set(key(part), (sums.get(key(part)) ?? 0) + part.compressed);
  return [...sums].sort((a, b) => b[1] - a[1]);
}

/** Lines that say what a route's scripts are made of, dynamic ones too: by package or folder, then our heaviest files. */
export function contentLines(parts: readonly Part[], route: string, most: number): string[] {
  const all = parts.filter((part) => part.route === route);
  if (all.length === 0) return [];
  const ours = all.filter(({ source }) => !source.includes("node_modules/"));
  const lines = (sums: [string, number][]) =>
    sums.slice(0, most).map(([name, bytes]) => `      ${String(bytes).padStart(7)}  ${name}`);
  return [
    "    by package or folder (bytes, compressed file by file, dynamic imports included):",
    ...lines(heaviest(all, ({ source }) => ownerOf(source))),
    "    our heaviest files:",
    ...lines(heaviest(ours, ({ source }) => source)),
  ];
}
