import "server-only";
import { ApiError } from "../errors";
import { invalid } from "./parse";

/** Largest body any of our routes reads. */
export const MOST_BODY_BYTES = 64 * 1024;

/**
 * The body as text, never holding more than the limit in memory.
 * Throws `request.too-large`, and `request.invalid` when it is not UTF-8 or breaks off.
 */
export async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BODY_BYTES) throw tooLarge();
  if (request.body === null) return "";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = request.body.getReader();
  let text = "";
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      bytes += value.byteLength;
      if (bytes > MOST_BODY_BYTES) throw tooLarge();
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    reader.cancel().catch(() => undefined);
    if (error instanceof ApiError) throw error;
    throw invalid([{ field: "body", message: "cannot be read as UTF-8 text" }]);
  }
}

/**
 * The JSON body. Throws `request.not-json` for another content type, `request.too-large` above 64 KiB and
 * `request.invalid` when it is not JSON or holds a NUL character, which no store and no service takes.
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) {
    throw new ApiError("request.not-json", "Send the body as content-type application/json.", {
      errors: [{ field: "header.Content-Type", message: "must be application/json" }],
    });
  }
  const text = await readText(request);
  try {
    return JSON.parse(text, refuseNul);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw invalid([{ field: "body", message: "is not JSON" }]);
  }
}

function refuseNul(key: string, value: unknown): unknown {
  if (key.includes("\0") || (typeof value === "string" && value.includes("\0"))) {
    throw invalid([
      { field: key === "" ? "body" : `body.${key.replaceAll("\0", "")}`, message: "holds a NUL character" },
    ]);
  }
  return value;
}

function tooLarge(): ApiError {
  return new ApiError("request.too-large", `A body may hold ${MOST_BODY_BYTES / 1024} KiB.`);
}
