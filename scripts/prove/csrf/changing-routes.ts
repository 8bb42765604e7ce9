import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { WordedError } from "../../processes/worded-error";
import { root } from "../../stack/folders";
import type { Aim } from "./forged-pages";

/** Something that can be pressed in the world of the proof. */
export type Pressable = {
  target: string;
  pipeline: string;
  stage: string;
  action: string;
  executionId: string;
  sessionId: string;
};

/** What each route wants that changes something, by the end of its path. Whoever adds a route adds its body. */
const BODIES: Record<string, (at: Pressable) => object> = {
  approval: ({ executionId }) => ({ executionId, result: "Approved", summary: "forged" }),
  stop: () => ({ abandon: true, reason: "forged" }),
  executions: () => ({ reason: "forged" }),
  retry: ({ executionId }) => ({ executionId, mode: "ALL_ACTIONS", reason: "forged" }),
  rollback: ({ executionId }) => ({ targetExecutionId: executionId, reason: "forged" }),
  override: ({ executionId }) => ({ executionId, condition: "BEFORE_ENTRY", reason: "forged" }),
  transition: () => ({ type: "Inbound", enabled: false, reason: "forged" }),
  refresh: () => ({ reason: "forged" }),
  sessions: () => ({ reason: "forged" }),
  "sessions/[id]": () => ({ reason: "forged" }),
};

/** Every route of the application that takes POST or DELETE, as its source says, aimed at something real. */
export function changingRoutes(at: Pressable): Aim[] {
  const own = routeFiles("app/api").flatMap((file) => {
    const source = readFileSync(path.join(root, file), "utf8");
    const route = file.replace(/^app/, "").replace(/\/route\.ts$/, "");
    return (["POST", "DELETE"] as const)
      .filter((method) => new RegExp(`export const ${method} =`).test(source))
      .map((method) => ({ url: filledIn(route, at), method, body: JSON.stringify(bodyOf(route, at)) }));
  });
  // next-auth's: signed out, or signed in as somebody else, by a stranger's page.
  const auth = ["/api/auth/signout", "/api/auth/callback/demo"].map((url) => ({
    url,
    method: "POST" as const,
    body: JSON.stringify({ person: "viewer", csrfToken: "forged" }),
  }));
  return [...own, ...auth];
}

function routeFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const at = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "[...nextauth]" ? [] : routeFiles(at);
    return entry.name === "route.ts" ? [at] : [];
  });
}

function bodyOf(route: string, at: Pressable): object {
  const end = Object.keys(BODIES)
    .filter((known) => route.endsWith(`/${known}`))
    .sort((one, other) => other.length - one.length)[0];
  const body = end === undefined ? undefined : BODIES[end];
  if (body === undefined)
    throw new WordedError(`no body is known for ${route}; add it to changing-routes.ts`);
  return body(at);
}

function filledIn(route: string, at: Pressable): string {
  const id = route.includes("/sessions/") ? at.sessionId : at.executionId;
  const values: Record<string, string> = { ...at, id };
  return route.replace(/\[(\w+)\]/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new WordedError(`${route} has a part ${name} that is not known`);
    return encodeURIComponent(value);
  });
}
