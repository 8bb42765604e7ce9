import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { Provider } from "oidc-provider";

/**
 * A real OpenID Connect provider for browser tests, a process of its own: anybody signs in under any name and consents.
 * Arguments: port, address of the application, client secret. Prints one line when it is ready. Tests change it by POST to
 * `/_test/…`: `down`, `leaving` and `up` (it hangs up on everybody, on the application but not on browsers, on nobody),
 * `skew/<ms>` (its clock).
 */
const [port = "", application = "", secret = ""] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;

/** Groups by name; whoever is not here comes without the claim, unless the name says that they are on call. */
const GROUPS: Record<string, string[]> = { ada: ["platform"], grace: ["release"], otto: ["other"] };

let skewMs = 0;
const realNow = Date.now.bind(Date);
Date.now = () => realNow() + skewMs;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "pipedeck",
      client_secret: secret,
      redirect_uris: [`${application}/api/auth/callback/oidc`],
      post_logout_redirect_uris: [`${application}/login`],
    },
  ],
  scopes: ["openid", "profile", "groups"],
  claims: { openid: ["sub"], profile: ["name"], groups: ["groups"] },
  // As the specification has it: what a scope asks for is told by the userinfo endpoint, not by the ID token.
  conformIdTokenClaims: true,
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      name: `${id.charAt(0).toUpperCase()}${id.slice(1)} Example`,
      groups: GROUPS[id] ?? (id.includes("on-call") ? ["on-call"] : undefined),
    }),
  }),
  // So short that a clock minutes behind makes tokens that are over when they come.
  ttl: { IdToken: 60 },
  pkce: { required: () => true },
  cookies: { keys: [randomBytes(16).toString("hex")] },
});

/** What only the application asks for. */
const BEHIND = /^\/(?:token|me|jwks|\.well-known)(?:[/?]|$)/;
let state = "up";
const serve = provider.callback();
const server = createServer((request, response) => {
  const told = /^\/_test\/(down|leaving|up|skew)(?:\/(-?\d+))?$/.exec(request.url ?? "");
  if (told !== null && request.method === "POST") {
    change(told[1] ?? "", Number(told[2] ?? 0));
    response.writeHead(204).end();
  } else if (state === "down" || (state === "leaving" && BEHIND.test(request.url ?? ""))) hangUp(request);
  else serve(request, response);
});
server.listen(Number(port), "127.0.0.1", () => console.log(`provider ready ${issuer}`));

function change(what: string, ms: number): void {
  if (what === "skew") skewMs = ms;
  else state = what;
}

function hangUp(request: IncomingMessage): void {
  request.socket.destroy();
}
