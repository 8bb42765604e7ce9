import { randomUUID } from "node:crypto";
import type { Fact } from "../../replicas/facts";
import type { Town as Processes } from "../../replicas/town";
import { must, until } from "../../replicas/until";
import { cookieHeader, readJson, type Session, signIn } from "../../testing/session";
import { type Answer, ask, comparable } from "./ask";
import { readTown, type Target, type Town, twinOf } from "./objects";
import { type Asked, askedRoutes } from "./routes";
import type { Role } from "./rules";
import { TRICKS } from "./tricks";

const STREAM_MS = 300;
const RETRIES = 3;

/** Of each role: something of its own, and what is hidden from it, the last by its target as well. */
const OBJECTS: Record<Exclude<Role, "admin">, { own: [string, string]; foreign: [string, string][] }> = {
  operator: {
    own: ["live-one", "checkout-web"],
    foreign: [
      ["live-one", "payments-gateway"],
      ["lab-one", "media-transcoder"],
    ],
  },
  approver: {
    own: ["live-one", "checkout-web"],
    foreign: [
      ["live-one", "orders-api"],
      ["lab-one", "media-transcoder"],
    ],
  },
  viewer: {
    own: ["lab-one", "media-transcoder"],
    foreign: [["live-one", "checkout-web"]],
  },
};
/** What AWS would be asked to do by any press. */
const PRESSES = [
  "StopPipelineExecution",
  "PutApprovalResult",
  "RetryStageExecution",
  "RollbackStage",
  "OverrideStageCondition",
  "DisableStageTransition",
  "EnableStageTransition",
  "StartPipelineExecution",
];
const ROLES = ["operator", "approver", "viewer"] as const;

/**
 * What one may not see is, to the byte, what does not exist; nothing tells of it, however it is asked for.
 *
 * @param whole every trick at every route, or some
 */
export function accessFacts(processes: Processes, url: () => string, whole: boolean): Fact[] {
  const sessions = new Map<Role, Session>();
  let town: Town;
  let count = 0;

  const send = (
    asked: Asked,
    object: Target,
    role: Role | null,
    more: { path?: string; headers?: object } = {},
  ) => {
    count += 1;
    const session = role && sessions.get(role);
    const pressing = asked.method === "GET" ? {} : pressHeaders(url());
    return ask(url(), {
      method: asked.method,
      path: more.path ?? fill(asked.route, object),
      headers: { ...(session ? { cookie: cookieHeader(session) } : {}), ...pressing, ...more.headers },
      ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
      ...(asked.streams ? { limitMs: STREAM_MS } : {}),
    });
  };
  const objectOf = ([target, pipeline]: [string, string]) => town.object(target, pipeline);

  const opening: Fact = {
    name: "every route of the build is asked, and everybody is signed in",
    run: async () => {
      for (const role of [...ROLES, "admin" as const]) sessions.set(role, await signIn(url(), role));
      const admin = sessions.get("admin") ?? { cookies: new Map() };
      await until("everything is read", 120_000, async () => {
        const { items } = await readJson<{ items: { asOf: string | null }[] }>(
          url(),
          admin,
          "/api/pipelines",
        );
        return items.length > 0 && items.every(({ asOf }) => asOf !== null);
      });
      const places = ROLES.flatMap((role) => [OBJECTS[role].own, ...OBJECTS[role].foreign]);
      const empty = await readTown(url(), admin, new Map(), places);
      const receipts = new Map<string, string>();
      for (const [target, pipeline] of places) {
        const key = randomUUID();
        const stop = askedRoutes().find(({ route }) => route.endsWith("/stop"));
        if (!stop) throw new Error("nothing can be stopped");
        // Of an execution that is no more, so that a receipt is left and nothing else.
        const object = {
          ...empty.object(target, pipeline),
          id: await endedOf(url(), admin, target, pipeline),
        };
        const pressed = await send(stop, object, "admin", { headers: { "idempotency-key": key } });
        must(pressed.status === 200, `the admin's press answered ${pressed.status}: ${pressed.body}`);
        receipts.set(`${target}/${pipeline}`, key);
      }
      town = await readTown(url(), admin, receipts, places);
      return `${askedRoutes().length} ways to ask`;
    },
  };

  const own: Fact = {
    name: "what is one's own is answered",
    run: async () => {
      let answered = 0;
      for (const role of ROLES)
        for (const asked of askedRoutes().filter(
          ({ route, method }) =>
            method === "GET" && !/cursor=|version=999|ships|:receipt|^\/api(\/nothing.*)?$/.test(route),
        )) {
          const { status, body } = await send(asked, objectOf(OBJECTS[role].own), role);
          const expected = asked.route.startsWith("/api/events") ? 403 : 200;
          must(status === expected, `${role} got ${status} for ${asked.route}: ${body.slice(0, 200)}`);
          answered += 1;
        }
      return `${answered} answers`;
    },
  };

  const strangers: Fact = {
    name: "without a session nothing is answered",
    run: async () => {
      let refused = 0;
      const secrets = [...town.rows.map(({ name }) => name), ...town.receipts.values()];
      for (const asked of askedRoutes().filter(({ route }) => route !== "/login")) {
        const object = objectOf(OBJECTS.operator.own);
        const answer = await send(asked, object, null);
        const isPage = !asked.route.startsWith("/api");
        must(isPage ? answer.status === 307 : answer.status === 401, `${asked.route}: ${answer.status}`);
        mustHide(
          answer,
          secrets.filter((word) => !fill(asked.route, object).includes(word)),
          asked.route,
        );
        refused += 1;
      }
      return `${refused} refused`;
    },
  };

  const equal: Fact = {
    name: "what is hidden is answered as what does not exist, to the byte",
    run: async () => {
      let pairs = 0;
      for (const role of ROLES)
        for (const foreign of OBJECTS[role].foreign)
          for (const asked of askedRoutes().filter(({ route }) =>
            /:(pipeline|receipt|session)/.test(route),
          )) {
            await mustBeEqual(asked, objectOf(foreign), isTargetHidden(role, foreign), role);
            pairs += 1;
          }
      return `${pairs} pairs`;
    },
  };

  const mustBeEqual = async (asked: Asked, hidden: Target, ofTarget: boolean, role: Role) => {
    const twin = twinOf(hidden, ofTarget);
    let one = "";
    let none = "";
    // What changes with time, as the count of requests, is looked at again.
    for (let times = 0; times < RETRIES; times += 1) {
      const [here, there] = [await send(asked, hidden, role), await send(asked, twin, role)];
      const names = [
        hidden.receipt,
        twin.receipt,
        hidden.session,
        twin.session,
        ...(ofTarget ? [hidden.target, twin.target] : [hidden.pipeline, twin.pipeline]),
      ];
      one = comparable(here, names);
      none = comparable(there, names);
      if (one === none) return;
    }
    throw new Error(`${role}, ${asked.method} ${fill(asked.route, hidden)}: ${difference(one, none)}`);
  };

  const lists: Fact = {
    name: "lists, pages and streams name nothing that is hidden",
    run: async () => {
      let answers = 0;
      for (const role of ROLES)
        for (const asked of askedRoutes().filter(({ method }) => method === "GET")) {
          const object = objectOf(OBJECTS[role].own);
          mustHide(await send(asked, object, role), town.secrets(role), `${role}, ${asked.route}`);
          answers += 1;
        }
      return `${answers} answers`;
    },
  };

  const tricks: Fact = {
    name: "no other writing of a path, and no header, leads to what is hidden",
    run: async () => {
      const before = count;
      for (const role of whole ? ROLES : (["operator"] as const))
        for (const foreign of OBJECTS[role].foreign.slice(0, whole ? undefined : 1))
          for (const asked of askedRoutes().filter(({ route }) =>
            /:(pipeline|receipt)|^\/$|api\/(pipelines|targets)$/.test(route),
          ))
            for (const trick of TRICKS) {
              const object = objectOf(foreign);
              const straight = fill(asked.route, object);
              const path = trick.path(straight, object.pipeline);
              const answer = await send(asked, object, role, { path, headers: trick.headers ?? {} });
              const echoed = [object.pipeline, object.target, object.id, object.receipt, object.session];
              const secrets = town.secrets(role).filter((word) => !echoed.includes(word));
              const what = `${role}, ${trick.name}, ${asked.method} ${path}`;
              mustHide(answer, secrets, what);
              must(!tellsOf(answer, object), `${what} answered ${answer.status} with the state of it`);
            }
      return `${count - before} requests`;
    },
  };

  const nothingPressed: Fact = {
    name: "nothing was pressed at AWS",
    run: async () => {
      for (const operation of PRESSES)
        must((await processes.requests(operation)) === 0, `${operation} was called`);
      return `${count} requests in all, leaks 0`;
    },
  };

  return [opening, own, strangers, equal, lists, tricks, nothingPressed];
}

function fill(route: string, object: Target): string {
  return route.replace(
    /:(target|pipeline|id|stage|action|run|receipt|session)\b/g,
    (_whole, key: keyof Target) => object[key],
  );
}

function pressHeaders(url: string): Record<string, string> {
  return {
    origin: url,
    "content-type": "application/json",
    "x-pipedeck-request": "1",
    "idempotency-key": randomUUID(),
  };
}

function mustHide({ body, headers }: Answer, secrets: readonly string[], what: string): void {
  const said = body + JSON.stringify(headers);
  const told = secrets.filter((word) => said.includes(word));
  must(told.length === 0, `${what} told of ${told.slice(0, 3).join(", ")}`);
}

/** A good answer that speaks of a stage of it, or of its execution. */
function tellsOf({ status, body }: Answer, object: Target): boolean {
  return (
    status < 300 &&
    (body.includes(`"stations":[{`) || body.includes(`"stages":[{`)) &&
    body.includes(object.pipeline)
  );
}

function isTargetHidden(role: Role, [target]: [string, string]): boolean {
  return role === "viewer" ? !target.startsWith("lab-") : target !== "live-one";
}

function difference(one: string, other: string): string {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return `…${one.slice(Math.max(0, at - 80), at + 120)}… is not …${other.slice(Math.max(0, at - 80), at + 120)}…`;
}

async function endedOf(url: string, session: Session, target: string, pipeline: string): Promise<string> {
  const path = `/api/pipelines/${target}/${pipeline}/executions?status=Succeeded,Failed,Stopped,Superseded`;
  const { items } = await readJson<{ items: { id: string }[] }>(url, session, path);
  const [ended] = items;
  if (!ended) throw new Error(`nothing has ended in ${pipeline}`);
  return ended.id;
}
