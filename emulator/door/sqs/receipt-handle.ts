import { createHash } from "node:crypto";

/** What a receipt handle stands for. */
export interface Receipt {
  messageId: string;
  /** Which receiving of the message it is about, from 1. */
  receiveCount: number;
}

function digestOf(parts: readonly (string | number)[]): string {
  return createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 32);
}

/** An opaque text that is good in the queue called `queue` only. */
export function receiptHandle(queue: string, messageId: string, receiveCount: number): string {
  const digest = digestOf([queue, messageId, receiveCount]);
  return Buffer.from(`${messageId}:${receiveCount}:${digest}`).toString("base64");
}

/** Reads a handle; `undefined` when the queue did not make it. */
export function readReceipt(queue: string, handle: string): Receipt | undefined {
  const [messageId = "", count = ""] = Buffer.from(handle, "base64").toString("utf8").split(":");
  const receiveCount = Number(count);
  return handle === receiptHandle(queue, messageId, receiveCount) ? { messageId, receiveCount } : undefined;
}
