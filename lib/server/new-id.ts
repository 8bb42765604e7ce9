import "server-only";
import { randomUUID } from "node:crypto";

/** A fresh random uuid; the only source of randomness of our own in the server. */
export function newId(): string {
  return randomUUID();
}
