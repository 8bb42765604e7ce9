import "server-only";
import { getConfig } from "../config/get-config";
import { log } from "../log";
import { type OidcDiscovery, oidcDiscovery } from "./oidc-discovery";
import { OIDC_PROVIDER } from "./oidc-provider";

/**
 * What the organisation's provider says of itself, for a request to an endpoint of its sign-in; undefined for any other
 * request, and when it cannot be asked, which is logged: the sign-in then fails with its own words.
 */
export async function providerSays(
  [, provider]: readonly string[],
  requestId: string,
): Promise<OidcDiscovery | undefined> {
  const { signIn } = getConfig();
  if (signIn === undefined || provider !== OIDC_PROVIDER) return undefined;
  return oidcDiscovery(signIn).catch((error: unknown) => {
    log.warn({ requestId, err: error }, "the sign-in provider does not say where it is");
    return undefined;
  });
}
