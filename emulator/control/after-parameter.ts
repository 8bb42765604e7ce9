import { ControlError } from "./control-error";

/** The query's `after`: a sequence number, 0 when absent. Throws ControlError for anything else. */
export function afterParameter(query: URLSearchParams): number {
  for (const name of query.keys()) {
    if (name !== "after")
      throw new ControlError(`${name} is not a parameter of this call; parameters: after`);
  }
  const text = query.get("after") ?? "0";
  if (!/^\d{1,15}$/.test(text)) throw new ControlError(`after must be a whole number from 0; not "${text}"`);
  return Number(text);
}
