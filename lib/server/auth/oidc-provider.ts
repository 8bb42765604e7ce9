import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { EnvironmentError } from "../config/environment";
import type { SignInConfig } from "../config/sign-in-config";
import type { OidcDiscovery } from "./oidc-discovery";

const Claims = z.looseObject({ sub: z.string() });

/** Id of the organisation's provider in addresses and session rows. */
export const OIDC_PROVIDER = "oidc";

/** What an ID token may be signed with; none of them takes a secret that others know. */
const ASYMMETRIC = ["RS256", "ES256", "PS256", "RS384", "ES384", "PS384", "RS512", "ES512", "PS512", "EdDSA"];
const PROVIDER_TIMEOUT_MS = 10_000;

/**
 * OpenID Connect with the authorization code grant: confidential client, PKCE, state and nonce. Claims are those of the ID
 * token and, where it lacks the groups, of the userinfo endpoint besides; no token of the provider is kept. Throws
 * EnvironmentError without the client secret.
 *
 * @param said what the provider says of itself; without it the provider can be named, but not signed in with
 */
export function oidcProvider(
  signIn: SignInConfig,
  said: OidcDiscovery | undefined,
): OAuthConfig<{ sub: string }> {
  return {
    id: OIDC_PROVIDER,
    name: signIn.name,
    type: "oauth",
    issuer: said?.issuer ?? signIn.issuer,
    authorization: { url: said?.authorization_endpoint, params: { scope: signIn.scope } },
    token: { url: said?.token_endpoint },
    jwks_endpoint: said?.jwks_uri,
    userinfo: {
      url: said?.userinfo_endpoint,
      request: async ({ tokens, client }) => {
        const claims = Claims.parse(typeof tokens.claims === "function" ? tokens.claims() : undefined);
        const { access_token: token } = tokens;
        const enough = signIn.groupsClaim in claims || said?.userinfo_endpoint === undefined;
        if (enough || token === undefined) return claims;
        const info = Claims.parse(await client.userinfo(token));
        if (info.sub !== claims.sub) throw new Error("the userinfo endpoint tells of somebody else");
        return { ...info, ...claims };
      },
    },
    clientId: signIn.clientId,
    clientSecret: clientSecret(signIn),
    client: said && howTheClientAsks(said),
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    httpOptions: { timeout: PROVIDER_TIMEOUT_MS },
    profile: (claims) => ({ id: claims.sub }),
  };
}

/** What next-auth takes for granted (RS256, HTTP Basic) may be something else at a provider that says so. */
function howTheClientAsks(said: OidcDiscovery) {
  const signing = said.id_token_signing_alg_values_supported;
  const shown = said.token_endpoint_auth_methods_supported;
  const algorithm = ASYMMETRIC.find((known) => signing === undefined || signing.includes(known));
  const inBody = shown?.includes("client_secret_basic") === false && shown.includes("client_secret_post");
  return {
    id_token_signed_response_alg: algorithm ?? "RS256",
    token_endpoint_auth_method: inBody ? ("client_secret_post" as const) : ("client_secret_basic" as const),
  };
}

/** The secret from the environment variable that the configuration names. Throws EnvironmentError. */
export function clientSecret({ clientSecretEnv }: SignInConfig): string {
  const secret = process.env[clientSecretEnv];
  if (secret) return secret;
  throw new EnvironmentError(
    `${clientSecretEnv} is not set: expected the client secret that signIn in the configuration needs`,
  );
}
