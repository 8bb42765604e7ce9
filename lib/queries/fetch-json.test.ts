import { createServer, type RequestListener } from "node:http";
import { afterEach, expect, test } from "vitest";
import { fetchJson, ProblemError } from "./fetch-json";
import { serverNow } from "./server-now";

const closing: Array<() => void> = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return `http://127.0.0.1:${address.port}/api/pipelines`;
}

async function failure(path: string): Promise<ProblemError> {
  const error: unknown = await fetchJson(path).catch((caught: unknown) => caught);
  if (error instanceof ProblemError) return error;
  throw new Error(`expected a ProblemError, got ${String(error)}`);
}

test("a reply comes back as it is, and tells the server's time", async () => {
  let marked: string | string[] | undefined;
  const path = await serve((request, response) => {
    marked = request.headers["x-pipedeck-request"];
    response.end(JSON.stringify({ items: [], now: "2026-11-21T03:12:10.000Z" }));
  });
  expect(await fetchJson<{ items: unknown[] }>(path)).toMatchObject({ items: [] });
  expect(marked).toBe("1");
  expect(serverNow()).toBeGreaterThanOrEqual(Date.parse("2026-11-21T03:12:10.000Z"));
});

test("a problem comes back as an error that carries it", async () => {
  const problem = {
    type: "about:blank#pipeline.not-found",
    title: "No such pipeline",
    status: 404,
    code: "pipeline.not-found",
    requestId: "r1",
  };
  const path = await serve((_request, response) => {
    response.writeHead(404, { "content-type": "application/problem+json" }).end(JSON.stringify(problem));
  });
  expect((await failure(path)).problem).toEqual(problem);
});

test("an answer that is no JSON is told apart from one of ours", async () => {
  const path = await serve((_request, response) => {
    response.writeHead(502, { "x-request-id": "r2" }).end("<html>Bad gateway</html>");
  });
  expect((await failure(path)).problem).toMatchObject({
    code: "reply.unreadable",
    status: 502,
    requestId: "r2",
  });
});

test("no answer at all is network.lost", async () => {
  const path = await serve((request) => request.socket.destroy());
  expect((await failure(path)).problem).toMatchObject({ code: "network.lost", status: 0 });
});

test("what has not changed is not sent again: the objects of before come with the times of now", async () => {
  const asked: (string | undefined)[] = [];
  const path = await serve((request, response) => {
    asked.push(request.headers["if-none-match"]);
    if (request.headers["if-none-match"] === 'W/"7"') {
      response.setHeader("x-pipedeck-now", "2026-11-21T03:12:20.000Z");
      response.setHeader("x-pipedeck-freshness", '{"prod-eu":{"kind":"throttled"}}');
      response.writeHead(304).end();
      return;
    }
    const body = { items: [{ name: "shop" }], freshness: {}, now: "2026-11-21T03:12:10.000Z" };
    response.setHeader("etag", 'W/"7"').end(JSON.stringify(body));
  });
  const first = await fetchJson<{ items: unknown[] }>(path);
  const again = await fetchJson<{ items: unknown[] }>(path);
  expect(asked).toEqual([undefined, 'W/"7"']);
  expect(again).toMatchObject({
    freshness: { "prod-eu": { kind: "throttled" } },
    now: "2026-11-21T03:12:20.000Z",
  });
  expect(again.items).toBe(first.items);
  expect(first).toMatchObject({ freshness: {}, now: "2026-11-21T03:12:10.000Z" });
});

test("replies are kept for the few paths asked for last, and never asked of a press", async () => {
  let conditional = 0;
  const path = await serve((request, response) => {
    if (request.headers["if-none-match"] !== undefined) conditional += 1;
    response.setHeader("etag", 'W/"7"').end("{}");
  });
  await fetchJson(path);
  await fetchJson(path, { method: "POST" });
  expect(conditional).toBe(0);
  for (let other = 0; other < 50; other += 1) await fetchJson(`${path}?cursor=${other}`);
  await fetchJson(path);
  expect(conditional).toBe(0);
  await fetchJson(path);
  expect(conditional).toBe(1);
});
