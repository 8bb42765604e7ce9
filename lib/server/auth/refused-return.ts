import "server-only";
import type { OidcDiscovery } from "./oidc-discovery";
import { OIDC_PROVIDER } from "./oidc-provider";

/** Why a return from the provider is no sign-in: a code of the sign-in page, and words for the log. */
export interface RefusedReturn {
  error: "ProviderDenied" | "OAuthCallback";
  why: string;
}

/** Of a browser that this server never led to the provider, or too long ago. */
export const NOT_LED_HERE: RefusedReturn = {
  error: "OAuthCallback",
  why: "the browser brought back no state of ours",
};

/**
 * What speaks against a return from the provider before its code is looked at: the provider's own no (RFC 6749, 4.1.2.1),
 * or an answer of another issuer (RFC 9207). Undefined when nothing does.
 */
export function refusedReturn(
  [action, provider]: readonly string[],
  query: Readonly<Record<string, string>>,
  said: OidcDiscovery | undefined,
): RefusedReturn | undefined {
  if (action !== "callback" || provider !== OIDC_PROVIDER) return undefined;
  const { error, error_description: description = "", iss } = query;
  if (error !== undefined) {
    const why = `the provider answered ${printable(error)}: ${printable(description)}`;
    return { error: error === "access_denied" ? "ProviderDenied" : "OAuthCallback", why };
  }
  const named = said?.authorization_response_iss_parameter_supported === true;
  if (said !== undefined && iss !== said.issuer && (named || iss !== undefined))
    return { error: "OAuthCallback", why: `the return names the issuer ${printable(iss ?? "not at all")}` };
  return undefined;
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, " ").slice(0, 200);
}
