import "server-only";
import { createHash, createSign, generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { now } from "../clock";
import { newId } from "../new-id";

/** A small OpenID Connect provider in this process: one client, and whoever it is told comes next. */
export interface IdentityProvider {
  issuer: string;
  /** Claims of the next ID token, besides those that every one has. */
  claims: Record<string, unknown>;
  /** Called on an ID token's claims before it is signed, to forge it. */
  forge: (claims: Record<string, unknown>) => Record<string, unknown>;
  close: () => void;
}

interface Grant {
  nonce: string;
  challenge: string;
  redirectUri: string;
}

/** Starts a provider on a free port. It checks PKCE, the client secret and the redirect address as a real one does. */
export async function startIdentityProvider(clientSecret: string): Promise<IdentityProvider> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  const provider: IdentityProvider = {
    issuer: "",
    claims: {},
    forge: (claims) => claims,
    close: () => server.close(),
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", provider.issuer);
    if (url.pathname === "/.well-known/openid-configuration") json(response, 200, discovery(provider.issuer));
    else if (url.pathname === "/jwks") {
      json(response, 200, {
        keys: [{ ...publicKey.export({ format: "jwk" }), kid: "k", alg: "RS256", use: "sig" }],
      });
    } else if (url.pathname === "/authorize") authorize(url, grants, response);
    else if (url.pathname === "/token") {
      void bodyOf(request).then((form) => {
        const grant = grants.get(form.get("code") ?? "");
        grants.delete(form.get("code") ?? "");
        if (!grant || !isProven(grant, form) || !isClient(request, clientSecret)) {
          json(response, 400, { error: "invalid_grant" });
          return;
        }
        const at = Math.floor(now() / 1000);
        const own = { iss: provider.issuer, aud: "pipedeck", iat: at, exp: at + 300, nonce: grant.nonce };
        const token = sign(provider.forge({ ...own, ...provider.claims }), privateKey);
        json(response, 200, { access_token: newId(), token_type: "Bearer", id_token: token });
      });
    } else json(response, 404, {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the provider has no address");
  provider.issuer = `http://127.0.0.1:${address.port}`;
  return provider;
}

function discovery(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
  };
}

/** Everybody is let in at once, and led back with a code. */
function authorize(url: URL, grants: Map<string, Grant>, response: ServerResponse): void {
  const asked = (name: string) => url.searchParams.get(name) ?? "";
  const code = newId();
  grants.set(code, {
    nonce: asked("nonce"),
    challenge: asked("code_challenge"),
    redirectUri: asked("redirect_uri"),
  });
  const back = new URL(asked("redirect_uri"));
  back.searchParams.set("code", code);
  back.searchParams.set("state", asked("state"));
  response.writeHead(302, { location: back.href }).end();
}

function isProven(grant: Grant, form: URLSearchParams): boolean {
  const proof = createHash("sha256")
    .update(form.get("code_verifier") ?? "")
    .digest("base64url");
  return proof === grant.challenge && form.get("redirect_uri") === grant.redirectUri;
}

function isClient(request: IncomingMessage, clientSecret: string): boolean {
  const [id, secret] = Buffer.from(request.headers.authorization?.replace("Basic ", "") ?? "", "base64")
    .toString()
    .split(":");
  return id === "pipedeck" && decodeURIComponent((secret ?? "").replaceAll("+", " ")) === clientSecret;
}

function sign(claims: object, key: Parameters<ReturnType<typeof createSign>["sign"]>[0]): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "RS256", kid: "k", typ: "JWT" })}.${part(claims)}`;
  return `${text}.${createSign("RSA-SHA256").update(text).sign(key).toString("base64url")}`;
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
