import "server-only";
import { publicUrl } from "../config/environment";
import { getConfig } from "../config/get-config";
import { log } from "../log";
import { oidcDiscovery } from "./oidc-discovery";

/** A page waits no longer for the provider. */
const PATIENCE_MS = 2000;

/** Where a person signs out at the organisation's provider as well. */
export interface ProviderSignOut {
  /** The provider's, as the configuration calls it. */
  name: string;
  url: string;
}

/**
 * The provider's own sign-out, which leads back here (OpenID Connect RP-Initiated Logout 1.0); null where it has none or
 * cannot be asked now. Without `id_token_hint`, since no token is kept: the provider asks the person.
 */
export async function providerSignOut(): Promise<ProviderSignOut | null> {
  const { signIn } = getConfig();
  if (signIn === undefined) return null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  const said = await Promise.race([oidcDiscovery(signIn), late]).catch((error: unknown) => {
    log.debug({ err: error }, "no sign-out at the provider");
    return undefined;
  });
  clearTimeout(timer);
  if (said?.end_session_endpoint === undefined) return null;
  const url = new URL(said.end_session_endpoint);
  url.searchParams.set("client_id", signIn.clientId);
  url.searchParams.set("post_logout_redirect_uri", new URL("/login", publicUrl()).href);
  return { name: signIn.name, url: url.href };
}
