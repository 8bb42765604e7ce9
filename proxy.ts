import { type NextRequest, NextResponse } from "next/server";
import { newId } from "@/lib/server/new-id";
import { EVERYWHERE, NO_PAGE, transportHeaders } from "@/lib/server/security-headers";

const DEVELOPMENT = process.env.NODE_ENV === "development";

/** Headers of every page, besides the content security policy. */
const HEADERS: Record<string, string> = {
  ...EVERYWHERE,
  "permissions-policy":
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=(), display-capture=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
};

/**
 * Security headers for pages, and 405 for whatever is not a read of one. Nothing here authorises: every page and
 * route looks the session up itself, and works the same without this file.
 */
export function proxy(request: NextRequest): NextResponse {
  if (request.method !== "GET" && request.method !== "HEAD")
    return refusal(405, "method.not-allowed", "The method is not allowed here");
  if (request.headers.has("next-action")) return refusal(400, "request.invalid", "The request is not valid");
  const policy = contentSecurityPolicy(Buffer.from(newId()).toString("base64"));
  const headers = new Headers(request.headers);
  // Next takes the nonce from these request headers, so what a visitor sends in them is replaced.
  headers.set("x-nonce", policy.nonce);
  headers.set("content-security-policy", policy.text);
  headers.delete("content-security-policy-report-only");
  // A layout is not told its address; it needs it to lead back here after the sign-in.
  headers.set("x-pipedeck-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy.text);
  const kept = { ...HEADERS, ...transportHeaders() };
  for (const [name, value] of Object.entries(kept)) response.headers.set(name, value);
  return response;
}

/** Pages only: route handlers see to their own headers, and static files are the same for everybody. */
export const config = { matcher: ["/((?!api$|api/|_next/static/).*)"] };

function contentSecurityPolicy(nonce: string): { nonce: string; text: string } {
  const text = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${DEVELOPMENT ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${DEVELOPMENT ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self'${DEVELOPMENT ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
  return { nonce, text };
}

function refusal(status: number, code: string, title: string): NextResponse {
  const requestId = newId();
  return NextResponse.json(
    { type: `about:blank#${code}`, title, status, code, requestId },
    {
      status,
      headers: {
        "content-type": "application/problem+json",
        "cache-control": "no-store",
        "x-request-id": requestId,
        ...NO_PAGE,
        ...transportHeaders(),
        ...(status === 405 ? { allow: "GET, HEAD" } : {}),
      },
    },
  );
}
