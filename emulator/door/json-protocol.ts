import { DoorError } from "./door-error";
import { parseJson } from "./parse-json";
import type { Protocol } from "./protocol";

const utf8 = new TextDecoder("utf-8", { fatal: true });

function notJson(): DoorError {
  return new DoorError("SerializationException", 400, "The request body is not a JSON object.");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseObject(body: Buffer): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = parseJson(utf8.decode(body));
  } catch {
    throw notJson();
  }
  if (!isObject(parsed)) throw notJson();
  return parsed;
}

/** AWS's JSON protocol, version 1.0 or 1.1. */
export function jsonProtocol(version: "1.0" | "1.1"): Protocol {
  return {
    contentType: `application/x-amz-json-${version}`,
    read: parseObject,
    success: (_operation, answer) => {
      if (answer instanceof Buffer) return answer;
      return answer === undefined ? "" : JSON.stringify(answer);
    },
    failure: ({ code, status, message }) => ({
      status,
      body: JSON.stringify({ __type: code, message }),
    }),
    broken: (body) => (body.length < 2 ? '{"' : body.slice(0, Math.ceil(body.length * 0.6))),
  };
}
