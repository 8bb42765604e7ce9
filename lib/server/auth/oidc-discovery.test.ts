import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { SignInConfig } from "../config/sign-in-config";
import { oidcDiscovery } from "./oidc-discovery";

let server: Server;
let issuer: string;
let asked: number;
let answer: { status: number; headers?: Record<string, string>; body: unknown };

beforeEach(async () => {
  asked = 0;
  server = createServer((request, response) => {
    asked += request.url === "/.well-known/openid-configuration" ? 1 : 0;
    response.writeHead(answer.status, answer.headers);
    response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the provider has no address");
  issuer = `http://127.0.0.1:${address.port}`;
  answer = { status: 200, body: document() };
});
afterEach(() => {
  server.close();
});

const document = (changes: object = {}) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  ...changes,
});
const signIn = (): SignInConfig => ({
  name: "Login",
  issuer,
  clientId: "pipedeck",
  clientSecretEnv: "X",
  scope: "openid",
  groupsClaim: "groups",
});

it("is asked for once, however many sign in", async () => {
  const all = await Promise.all([1, 2, 3].map(() => oidcDiscovery(signIn())));
  await oidcDiscovery(signIn());
  expect(all[0]).toMatchObject(document());
  expect(asked).toBe(1);
});

it("is asked for again after a failure", async () => {
  answer = { status: 503, body: "later" };
  await expect(oidcDiscovery(signIn())).rejects.toThrow("cannot be read");
  answer = { status: 200, body: document() };
  await expect(oidcDiscovery(signIn())).resolves.toMatchObject({ issuer });
});

it("takes an issuer that is written with a slash at its end, and endpoints with a query", async () => {
  answer.body = document({ issuer: `${issuer}/`, token_endpoint: `${issuer}/token?tenant=a` });
  await expect(oidcDiscovery(signIn())).resolves.toMatchObject({ issuer: `${issuer}/` });
});

it.each<[string, object]>([
  ["is of another issuer", { issuer: "https://evil.example" }],
  ["leads tokens to a metadata address", { token_endpoint: "http://169.254.169.254/token" }],
  ["leads keys to a file", { jwks_uri: "file:///etc/passwd" }],
  ["leads to a plain address elsewhere", { userinfo_endpoint: "http://login.example.com/me" }],
  ["leads a person's browser to a script", { end_session_endpoint: "javascript:alert(1)" }],
  ["names no keys", { jwks_uri: undefined }],
  ["names an endpoint that is no text", { token_endpoint: 1 }],
])("is refused when it %s", async (_what, changes) => {
  answer.body = document(changes);
  await expect(oidcDiscovery(signIn())).rejects.toThrow(/that it is|is not called|no discovery document/);
});

it("follows no redirect, and reads nothing that is no JSON", async () => {
  answer = { status: 302, headers: { location: `${issuer}/elsewhere` }, body: "" };
  await expect(oidcDiscovery(signIn())).rejects.toThrow("cannot be read");
  answer = { status: 200, body: "<html>" };
  await expect(oidcDiscovery(signIn())).rejects.toThrow("cannot be read");
});
