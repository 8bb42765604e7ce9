import type { ActionDeclaration } from "../declaration";
import { readJsonPath, selectJson } from "./json-path";
import type { WebhookDefinition } from "./webhook";

type Filter = WebhookDefinition["filters"][number];

const placeholder = /\{([^{}]+)\}/g;

/** Configuration keys that a filter refers to and the action does not have. */
export function missingKeys(
  { matchEquals = "" }: Filter,
  { configuration = {} }: ActionDeclaration,
): string[] {
  return [...matchEquals.matchAll(placeholder)]
    .map(([, key = ""]) => key)
    .filter((key) => !Object.hasOwn(configuration, key));
}

function expected(matchEquals: string, { configuration = {} }: ActionDeclaration): string {
  return matchEquals.replace(placeholder, (text: string, key: string) =>
    Object.hasOwn(configuration, key) ? (configuration[key] ?? text) : text,
  );
}

function passes(filter: Filter, action: ActionDeclaration, payload: unknown): boolean {
  const path = readJsonPath(filter.jsonPath);
  if (!path || missingKeys(filter, action).length > 0) return false;
  const values = selectJson(path, payload);
  if (filter.matchEquals === undefined) return values.length > 0;
  const wanted = expected(filter.matchEquals, action);
  return values.some((value) => typeof value !== "object" && String(value) === wanted);
}

/** True when all filters of a webhook let a payload through to its action. */
export function filtersPass(
  filters: readonly Filter[],
  action: ActionDeclaration,
  payload: unknown,
): boolean {
  return filters.every((filter) => passes(filter, action, payload));
}
