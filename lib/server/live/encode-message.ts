import "server-only";
import type { LiveMessage } from "@/lib/contract/live";

/** How long a browser waits before it asks for a stream again, as the first line of each. */
export const RETRY = Buffer.from("retry: 2000\n\n");

/** Messages as server-sent events, in their order: made once, sent to every viewer. JSON has no line breaks. */
export function encodeMessages(messages: readonly LiveMessage[]): Buffer {
  return Buffer.from(messages.map(encode).join(""));
}

function encode(message: LiveMessage): string {
  const id = "id" in message ? `id: ${message.id}\n` : "";
  return `event: ${message.event}\n${id}data: ${JSON.stringify(message.data)}\n\n`;
}
