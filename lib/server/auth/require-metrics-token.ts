import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { metricsToken } from "../config/environment";
import { ApiError } from "../errors";

/**
 * Lets a scraper pass that shows PIPEDECK_METRICS_TOKEN as `Authorization: Bearer …`; no session counts here, and where no
 * token is set nobody passes. Throws `auth.required`.
 */
export function requireMetricsToken(request: Request): void {
  const token = metricsToken();
  if (token === undefined)
    throw new ApiError("auth.required", "The metrics are off: PIPEDECK_METRICS_TOKEN is not set.", {
      scheme: "Bearer",
    });
  const [, shown] = /^Bearer ([^\s]+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  if (shown === undefined || !timingSafeEqual(digest(shown), digest(token)))
    throw new ApiError("auth.required", "Show the token of the metrics as a bearer token.", {
      scheme: "Bearer",
    });
}

/** Of equal length whatever the text, as a comparison in constant time needs it. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
