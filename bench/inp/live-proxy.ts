import { request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Application } from "../harness/application";
import { readJson } from "../harness/session";
import { type ChangeMaker, changeMaker, fillIn, type Row } from "./change-maker";

type List = { items: Row[]; freshness: Record<string, { kind: string }>; versions: Record<string, number> };

/** The application behind a door that answers the list and the stream of changes itself. */
export type LiveProxy = {
  url: string;
  rows: number;
  /** So many changes a second from now on, every other one of these rows (`target/name`). */
  drive: (perSecond: number, inSight: readonly string[]) => void;
  /** Changes sent, and streams that are open. */
  sent: () => number;
  streams: () => number;
  close: () => void;
};

const BEAT_MS = 2000;

/**
 * Starts a door to the application. GET /api/pipelines has the pipelines of the application, in the states of those that
 * were read; GET /api/live says that they change, at the pace of `drive`. Everything else is the application's answer.
 */
export async function startLiveProxy(app: Application): Promise<LiveProxy> {
  const list = await readJson<List>(app.url, app.session, "/api/pipelines");
  list.items = fillIn(list.items);
  const maker = changeMaker(list.items);
  const open = new Set<ServerResponse>();
  let sent = 0;
  let timer: NodeJS.Timeout | undefined;

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", app.url);
    if (pathname === "/api/pipelines") answerJson(response, { ...list, ...standing(list, maker) });
    else if (pathname === "/api/live") {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(`event: hello\ndata: ${JSON.stringify(standing(list, maker))}\n\n`);
      open.add(response);
      response.on("close", () => open.delete(response));
    } else forward(app.url, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const beats = setInterval(() => say("beat", standing(list, maker)), BEAT_MS);
  const say = (event: string, data: object) => {
    for (const each of open) each.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    rows: list.items.length,
    drive: (perSecond, inSight) => {
      clearInterval(timer);
      if (perSecond === 0) return;
      timer = setInterval(() => {
        say("change", maker.next(sent % 2 === 0 ? inSight : []));
        sent += 1;
      }, 1000 / perSecond);
    },
    sent: () => sent,
    streams: () => open.size,
    close: () => {
      clearInterval(timer);
      clearInterval(beats);
      server.close();
      server.closeAllConnections();
    },
  };
}

/** All is well and has just been read. */
function standing({ freshness }: List, maker: ChangeMaker) {
  const now = new Date().toISOString();
  const live = Object.keys(freshness).map((target) => [target, { kind: "live", asOf: now }] as const);
  return { now, versions: maker.versions(), freshness: Object.fromEntries(live) };
}

function answerJson(response: ServerResponse, body: object): void {
  response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}

function forward(to: string, request: IncomingMessage, response: ServerResponse): void {
  const { host } = new URL(to);
  const onward = ask(to + request.url, { method: request.method, headers: { ...request.headers, host } });
  onward.on("response", (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", () => response.destroy());
  request.pipe(onward);
}
