import { root } from "../scripts/stack/folders";
import { startApplication } from "./harness/application";
import { type ApplicationPage, applicationPages } from "./harness/application-pages";
import { startBrowser } from "./harness/browser";
import { startEmptyApp } from "./harness/empty-app";
import { atMost, type Figure, informs } from "./harness/figure";
import { interleave, type Measured } from "./harness/interleave";
import { median } from "./harness/median";
import { type Bench, runBench } from "./harness/run-bench";
import { isQuick, quickOr } from "./harness/settings";
import { analyse } from "./js/analyse";
import { contentLines } from "./js/chunk-contents";
import { firstLoad, type LoadedScript, totalBytes } from "./js/first-load";
import { chunksWithZod } from "./js/schema-library";

const limit = 1.45;
const linesOfContent = 15;

await runBench("js", async (bench) => {
  const app = await startApplication(bench, { name: "app", world: ["--world", "acme"] });
  const empty = await startEmptyApp(bench.shutdown);
  const browser = await startBrowser(bench.shutdown);
  const pages = await applicationPages(app);
  const ours = (page: ApplicationPage) => () =>
    firstLoad(browser, { url: app.url, path: page.path, session: page.signedIn ? app.session : undefined });
  const control = () => firstLoad(browser, { url: empty, path: "/" });
  const things: Record<string, Measured<LoadedScript[]>> = { empty: control, "empty again": control };
  for (const page of pages) things[page.name] = ours(page);
  const loads = await interleave(quickOr(1, 3), things);
  const bytes = (name: string) => median((loads[name] ?? []).map(totalBytes));
  const floor = bytes("empty");
  await explain(pages, loads, bench);
  return [
    ...pages.map((page): Figure => {
      const early = median(
        (loads[page.name] ?? []).map((scripts) => totalBytes(scripts.filter(isInDocument))),
      );
      return atMost(limit, bytes(page.name) / floor, {
        name: `js: ${page.name} ÷ empty page`,
        unit: "×",
        notes: `${bytes(page.name)} bytes on the wire, of them ${early} named by the document; empty page ${floor}`,
      });
    }),
    informs(bytes("empty again") / floor, { name: "js: noise", unit: "×", notes: "empty page ÷ itself" }),
    zodFigure(),
  ];
});

function zodFigure(): Figure {
  const chunks = chunksWithZod(root);
  return atMost(0, chunks.length, { name: "js: chunks with zod", unit: "chunks", notes: chunks.join(", ") });
}

function isInDocument({ inDocument }: LoadedScript): boolean {
  return inDocument;
}

async function explain(
  pages: readonly ApplicationPage[],
  loads: Record<string, LoadedScript[][]>,
  { shutdown }: Bench,
): Promise<void> {
  const parts = isQuick() ? [] : await analyse(shutdown);
  for (const { name, route } of [{ name: "empty", route: "" }, ...pages]) {
    const scripts = loads[name]?.at(-1) ?? [];
    console.log(`\n  ${name}: ${scripts.length} scripts, ${totalBytes(scripts)} bytes`);
    for (const { path, bytes, inDocument } of scripts.toSorted((a, b) => b.bytes - a.bytes))
      console.log(`    ${String(bytes).padStart(7)}  ${path}${inDocument ? "" : "  (asked for later)"}`);
    for (const line of contentLines(parts, route, linesOfContent)) console.log(line);
  }
}
