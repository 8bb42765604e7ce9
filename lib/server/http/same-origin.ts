import "server-only";
import { ApiError, type FieldError } from "../errors";
import { houseOrigin } from "./house";

/**
 * Refuses a press that a page of ours did not make: `Origin` must be ours, `X-Pipedeck-Request` must be
 * there (no form can send it), and `Sec-Fetch-Site`, where a browser sends it, must say same-origin.
 * Throws `request.cross-site` naming the headers.
 */
export function requireOwnPage(request: Request): void {
  const wrong: FieldError[] = [];
  const own = houseOrigin(request);
  const origin = request.headers.get("origin");
  if (origin !== own) {
    wrong.push({
      field: "header.Origin",
      message: origin === null ? `is missing, expected ${own}` : `must be ${own}`,
    });
  }
  if (request.headers.get("x-pipedeck-request") !== "1") {
    wrong.push({ field: "header.X-Pipedeck-Request", message: "must be 1" });
  }
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") {
    wrong.push({ field: "header.Sec-Fetch-Site", message: "must be same-origin" });
  }
  refuse(wrong);
}

/** Refuses a read that another site's page makes; a typed address (`none`) and a page of ours may. Throws `request.cross-site`. */
export function requireOwnSite(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  if (site === null || site === "same-origin" || site === "same-site" || site === "none") return;
  refuse([{ field: "header.Sec-Fetch-Site", message: "must be same-origin, same-site or none" }]);
}

function refuse(wrong: FieldError[]): void {
  const first = wrong[0];
  if (first) throw new ApiError("request.cross-site", `${first.field} ${first.message}.`, { errors: wrong });
}
