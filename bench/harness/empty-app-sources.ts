/** Path of the control's route handler that answers the bytes of the file named in BENCH_BYTES. */
export const sameBytesPath = "/same-bytes";

/** The files of an empty Next application: one page that says one word, one bare route handler. */
export function emptyAppSources(): Record<string, string> {
  return {
    "package.json": `${JSON.stringify({ name: "empty", private: true, type: "module" })}\n`,
    // Turbopack follows a linked node_modules only inside its root.
    "next.config.mjs": `export default {
  poweredByHeader: false,
  turbopack: { root: process.env.BENCH_ROOT },
  outputFileTracingRoot: process.env.BENCH_ROOT,
};
`,
    "app/layout.jsx": `export const metadata = { title: "Empty", description: "An empty page" };
export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
    "app/icon.svg":
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>\n',
    "app/page.jsx": `export default function Page() {
  return <main><h1>Empty</h1></main>;
}
`,
    [`app${sameBytesPath}/route.js`]: `import { readFileSync } from "node:fs";
export const dynamic = "force-dynamic";
let bytes;
export function GET() {
  bytes ??= readFileSync(/* turbopackIgnore: true */ process.env.BENCH_BYTES);
  return new Response(bytes, { headers: { "content-type": "application/json" } });
}
`,
  };
}
