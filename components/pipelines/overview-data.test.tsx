import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";
import type { FirstReply } from "@/lib/contract/first-reply";
import { useOverviewData } from "./overview-data";

afterEach(() => {
  vi.unstubAllGlobals();
});

function Probe({ first }: { first: FirstReply | null }) {
  return <p>{useOverviewData(first).rows.length} rows</p>;
}

/** The document as the server makes it. */
function drawnOnServer(first: FirstReply | null): string {
  vi.stubGlobal("window", undefined);
  return renderToString(
    <QueryClientProvider client={new QueryClient()}>
      <Probe first={first} />
    </QueryClientProvider>,
  );
}

test("a document without the list has the browser ask for it before the scripts are there", () => {
  expect(drawnOnServer(null)).toContain(
    '<link rel="preload" href="/api/pipelines" as="fetch" crossorigin=""/>',
  );
});

test("a document with the list has it asked for by nobody", () => {
  const list = { items: [], versions: {}, freshness: {}, now: "2026-11-22T12:00:00Z" };
  const html = drawnOnServer({ json: JSON.stringify(list), current: true });
  expect(html).toContain("0<!-- --> rows");
  expect(html).not.toContain("preload");
});
