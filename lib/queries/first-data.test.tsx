import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, cleanup } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";
import type { FirstReply } from "@/lib/contract/first-reply";
import { formatAge } from "@/lib/domain/age";
import { useFirstData } from "./first-data";
import { keptReply } from "./kept-replies";
import { DrawnAtContext, useAtNow } from "./server-now";
import { HydrationContext, useHydrating, useHydration } from "./use-hydrating";

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  drawn = [];
  vi.restoreAllMocks();
});

const DRAWN_AT = Date.parse("2026-11-21T03:12:00Z");

function Age({ at }: { at: string }) {
  const words = useAtNow((now) => formatAge(now - Date.parse(at)));
  return <time dateTime={at}>{words}</time>;
}

/** How often it was drawn, and as what it said it was drawn. */
let drawn: boolean[] = [];

function Shown({ first, read }: { first: FirstReply; read: () => { at: string } }) {
  drawn.push(useHydrating());
  useFirstData([["thing"], first]);
  const { data } = useQuery<{ at: string }>({
    queryKey: ["thing"],
    queryFn: async () => read(),
    staleTime: 3000,
  });
  return data === undefined ? <p>Nothing</p> : <Age at={data.at} />;
}

function Frame({ children }: { children: ReactNode }) {
  const hydration = useHydration();
  const [client] = useState(() => new QueryClient());
  return (
    <HydrationContext value={hydration}>
      <DrawnAtContext value={DRAWN_AT}>
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </DrawnAtContext>
    </HydrationContext>
  );
}

/** Draws on the server, then wakes it up in the browser; answers the HTML and what React complained about. */
async function comeToLife(first: FirstReply, read: () => { at: string }) {
  const tree = () => (
    <Frame>
      <Shown first={first} read={read} />
    </Frame>
  );
  const html = renderToString(tree());
  const complaints: unknown[] = [];
  vi.spyOn(console, "error").mockImplementation((...words) => complaints.push(words));
  const frame = document.createElement("div");
  frame.innerHTML = html;
  document.body.append(frame);
  drawn = [];
  await act(async () => {
    hydrateRoot(frame, tree(), { onRecoverableError: (error) => complaints.push(error) });
  });
  return { html, complaints, frame };
}

const THING = JSON.stringify({ at: "2026-11-21T03:08:00Z", now: "2026-11-21T03:12:00Z" });

test("a reply that came with the page is drawn on the server and taken over without a complaint or a request", async () => {
  const read = vi.fn(() => JSON.parse(THING));
  const { html, complaints, frame } = await comeToLife({ json: THING, current: true }, read);
  expect(html).toContain("4 min");
  expect(frame.querySelector("time")?.getAttribute("datetime")).toBe("2026-11-21T03:08:00Z");
  expect(complaints).toEqual([]);
  expect(read).not.toHaveBeenCalled();
  expect(drawn, "drawn once while the page is woken up").toEqual([true]);
});

test("what was not current when the page was drawn is asked for at once", async () => {
  const read = vi.fn(() => JSON.parse(THING));
  const { html } = await comeToLife({ json: THING, current: false }, read);
  expect(html).toContain("4 min");
  expect(read).toHaveBeenCalledOnce();
});

test("a reply that came with its tag is kept, so that its route need not send it again", async () => {
  const route = { path: "/api/thing", tag: 'W/"a.1"' };
  await comeToLife({ json: THING, current: true, route }, () => JSON.parse(THING));
  expect(keptReply("/api/thing")).toEqual({ tag: 'W/"a.1"', body: JSON.parse(THING) });
});
