/** The part of the package's interface that is used here; it brings no types of its own. */
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  type Account = { accountId: string; claims: () => Record<string, unknown> };
  type Configuration = {
    clients: {
      client_id: string;
      client_secret: string;
      redirect_uris: string[];
      post_logout_redirect_uris: string[];
    }[];
    scopes: string[];
    claims: Record<string, string[]>;
    findAccount: (context: unknown, id: string) => Account;
    conformIdTokenClaims: boolean;
    ttl: { IdToken: number };
    pkce: { required: () => boolean };
    cookies: { keys: string[] };
  };

  export class Provider {
    constructor(issuer: string, configuration: Configuration);
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
  }
}
