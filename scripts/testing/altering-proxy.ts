import type { Shutdown } from "../processes/shutdown";
import { startAnswerProxy } from "./answer-proxy";

/** Makes another value of one in an answer of CodePipeline; `key` is the member it stands under, empty for the answer itself. */
export type Alteration = (value: unknown, key: string) => unknown;

/** Alters the values of CodePipeline's answers between the application and an emulator, the inner ones first. Answers its address. */
export function startAlteringProxy(
  shutdown: Shutdown,
  emulatorUrl: string,
  alter: Alteration,
): Promise<string> {
  return startAnswerProxy(shutdown, emulatorUrl, ({ status, body }) =>
    status === 200 ? JSON.stringify(within(JSON.parse(body.toString("utf8")), "", alter)) : body,
  );
}

function within(value: unknown, key: string, alter: Alteration): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => within(item, key, alter));
    return alter(items, key);
  }
  if (typeof value !== "object" || value === null) return alter(value, key);
  const members = Object.entries(value).map(([name, inner]) => [name, within(inner, name, alter)] as const);
  return alter(Object.fromEntries(members.filter(([, inner]) => inner !== undefined)), key);
}
