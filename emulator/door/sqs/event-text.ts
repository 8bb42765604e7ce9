import type { BridgeEvent } from "../../engine/event-log";

function textOf(value: unknown): string {
  if (typeof value === "number" && Number.isInteger(value)) return `${value}.0`;
  if (Array.isArray(value)) return `[${value.map(textOf).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${textOf(member)}`).join(",")}}`;
}

/** An event as the text of a message. CodePipeline writes its numbers as floats (`"version":3.0`). */
export function eventText(event: BridgeEvent): string {
  return textOf(event);
}
