import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../stack/folders";

/** One way to ask a route. `:target`, `:pipeline`, `:id`, `:stage`, `:action`, `:receipt` and `:session` stand for an object. */
export interface Asked {
  route: string;
  method: "GET" | "POST" | "DELETE";
  body?: object;
  /** It does not end by itself. */
  streams?: boolean;
}

const EXECUTION = "00000000-0000-4000-8000-000000000000";
const get = (route: string): Asked => ({ route, method: "GET" });
const post = (route: string, body: object): Asked => ({ route, method: "POST", body });

const PIPELINE = "/pipelines/:target/:pipeline";
const STAGE = `/api${PIPELINE}/stages/:stage`;

/** How each route of the build is asked; a route that is missing here fails the proof. */
const ASKED: Record<string, Asked[]> = {
  "/": [get("/")],
  "/activity": [get("/activity"), get("/activity?target=:target&pipeline=:pipeline")],
  "/inbox": [get("/inbox"), get("/inbox?item=approval/:target/:pipeline/:stage/:action/:id")],
  "/revisions": [get("/revisions"), get("/revisions?q=:pipeline"), get("/revisions?q=:id")],
  "/settings": [get("/settings"), get("/settings?target=:target&pipeline=:pipeline")],
  "/login": [get("/login")],
  "/pipelines/[target]/[pipeline]": [get(PIPELINE)],
  "/pipelines/[target]/[pipeline]/executions": [get(`${PIPELINE}/executions`)],
  "/pipelines/[target]/[pipeline]/structure": [
    get(`${PIPELINE}/structure`),
    get(`${PIPELINE}/structure?view=changes&version=1&compareWith=1`),
  ],
  "/pipelines/[target]/[pipeline]/executions/[id]": [get(`${PIPELINE}/executions/:id`)],
  "/api": [get("/api")],
  "/api/[...rest]": [get("/api/nothing/here")],
  "/api/access": [get("/api/access"), get("/api/access?target=:target&pipeline=:pipeline&stage=:stage")],
  "/api/inbox": [get("/api/inbox")],
  "/api/inbox/count": [get("/api/inbox/count")],
  "/api/live": [
    { ...get("/api/live"), streams: true },
    { ...get("/api/live?since=:target.0"), streams: true },
  ],
  "/api/pipelines": [get("/api/pipelines"), get("/api/pipelines?limit=2")],
  "/api/revisions": [
    get("/api/revisions?q=:id"),
    get("/api/revisions?q=push"),
    get("/api/revisions?q=:pipeline"),
  ],
  "/api/targets": [get("/api/targets")],
  "/api/tags": [get("/api/tags")],
  "/api/executions": [get("/api/executions?id=:id")],
  "/api/events": [get("/api/events"), get("/api/events?cursor=5")],
  "/api/receipts": [
    get("/api/receipts"),
    get("/api/receipts?target=:target&pipeline=:pipeline"),
    get("/api/receipts?executionId=:id"),
  ],
  "/api/receipts/[id]": [get("/api/receipts/:receipt")],
  "/api/pipelines/[target]/[pipeline]": [
    get(`/api${PIPELINE}`),
    get(`/api${PIPELINE}?version=1&compareWith=1`),
    get(`/api${PIPELINE}?version=999`),
  ],
  "/api/pipelines/[target]/[pipeline]/state": [get(`/api${PIPELINE}/state`)],
  "/api/pipelines/[target]/[pipeline]/refresh": [post(`/api${PIPELINE}/refresh`, {})],
  "/api/pipelines/[target]/[pipeline]/executions": [
    get(`/api${PIPELINE}/executions`),
    get(`/api${PIPELINE}/executions?ids=:id`),
    get(`/api${PIPELINE}/executions?cursor=e30.AAAA`),
    get(`/api${PIPELINE}/executions?q=push&status=Failed&author=a&revision=0&from=2026-01-01T00:00:00Z`),
    post(`/api${PIPELINE}/executions`, {}),
  ],
  "/api/pipelines/[target]/[pipeline]/executions/[id]": [
    get(`/api${PIPELINE}/executions/:id`),
    get(`/api${PIPELINE}/executions/:id?compareWith=:id`),
  ],
  "/api/pipelines/[target]/[pipeline]/executions/[id]/targets": [
    get(`/api${PIPELINE}/executions/:id/targets?run=:run`),
  ],
  "/api/pipelines/[target]/[pipeline]/durations": [get(`/api${PIPELINE}/durations`)],
  "/api/pipelines/[target]/[pipeline]/executions/[id]/stop": [
    post(`/api${PIPELINE}/executions/:id/stop`, { abandon: false, reason: "proof" }),
  ],
  "/api/pipelines/[target]/[pipeline]/stages/[stage]/failure": [get(`${STAGE}/failure?executionId=:id`)],
  "/api/pipelines/[target]/[pipeline]/stages/[stage]/ships": [get(`${STAGE}/ships?executionId=:id`)],
  "/api/pipelines/[target]/[pipeline]/stages/[stage]/retry": [
    post(`${STAGE}/retry`, { executionId: EXECUTION, mode: "ALL_ACTIONS", reason: "proof" }),
  ],
  "/api/pipelines/[target]/[pipeline]/stages/[stage]/rollback": [
    post(`${STAGE}/rollback`, { targetExecutionId: EXECUTION, reason: "proof" }),
  ],
  "/api/pipelines/[target]/[pipeline]/stages/[stage]/override": [
    post(`${STAGE}/override`, { executionId: EXECUTION, condition: "ON_SUCCESS", reason: "proof" }),
  ],
  "/api/pipelines/[target]/[pipeline]/stages/[stage]/transition": [
    post(`${STAGE}/transition`, { type: "Inbound", enabled: false, reason: "proof" }),
  ],
  "/api/sessions": [get("/api/sessions")],
  "/api/sessions/current": [get("/api/sessions/current")],
  "/api/sessions/[id]": [{ route: "/api/sessions/:session", method: "DELETE" }],
  "/api/pipelines/[target]/[pipeline]/stages/[stage]/actions/[action]/approval": [
    post(`/api${PIPELINE}/stages/:stage/actions/:action/approval`, {
      executionId: EXECUTION,
      result: "Approved",
      summary: "proof",
    }),
  ],
};

/** They show nothing of any pipeline, or take no session: probes, sign-in, files, Next's own. */
const OPEN = /^\/(_.*|icon\.svg|api\/(auth\/.*|health|ready|metrics))$/;

/** Every way to ask every route that the build has. Throws where a route has none. */
export function askedRoutes(): Asked[] {
  const manifest: Record<string, string> = JSON.parse(
    readFileSync(path.join(root, ".next/app-path-routes-manifest.json"), "utf8"),
  );
  return Object.values(manifest)
    .filter((route) => !OPEN.test(route))
    .flatMap((route) => {
      const asked = ASKED[route];
      if (!asked)
        throw new Error(`the proof does not know how to ask ${route}: add it to scripts/prove/access`);
      return asked;
    });
}
