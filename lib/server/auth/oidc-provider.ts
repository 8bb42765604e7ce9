import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { EnvironmentError } from "../config/environment";
import type { SignInConfig } from "../config/sign-in-config";

/** Id of the organisation's provider in addresses and session rows. */
export const OIDC_PROVIDER = "oidc";

const PROVIDER_TIMEOUT_MS = 10_000;

/**
 * OpenID Connect with the authorization code grant: confidential client, PKCE, state and nonce; only the ID token is
 * read, and no token of the provider is kept. Throws EnvironmentError without the client secret.
 */
export function oidcProvider(signIn: SignInConfig): OAuthConfig<{ sub: string }> {
  return {
    id: OIDC_PROVIDER,
    name: signIn.name,
    type: "oauth",
    wellKnown: `${signIn.issuer}/.well-known/openid-configuration`,
    issuer: signIn.issuer,
    clientId: signIn.clientId,
    clientSecret: clientSecret(signIn),
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: signIn.scope } },
    httpOptions: { timeout: PROVIDER_TIMEOUT_MS },
    profile: (claims) => ({ id: claims.sub }),
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
