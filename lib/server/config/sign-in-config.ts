import "server-only";

/** The organisation's OpenID Connect provider, as pipedeck.config.yaml declares it. */
export interface SignInConfig {
  /** On the sign-in button. */
  name: string;
  /** Issuer URL; its discovery document is read below it. */
  issuer: string;
  clientId: string;
  /** Name of the environment variable that holds the client secret. */
  clientSecretEnv: string;
  scope: string;
  /** Claim of the ID token that lists the groups of a person. */
  groupsClaim: string;
}
