import "server-only";
import { z } from "zod";
import { monotonic } from "../clock";
import { isLoopback } from "../config/loopback";
import { mayCall } from "../config/outbound-address";
import type { SignInConfig } from "../config/sign-in-config";

const TIMEOUT_MS = 10_000;
const KEPT_MS = 10 * 60_000;
const MOST_CHARACTERS = 200_000;

const Endpoint = z.url().max(2000);
const Discovery = z.looseObject({
  issuer: z.string(),
  authorization_endpoint: Endpoint,
  token_endpoint: Endpoint,
  jwks_uri: Endpoint,
  userinfo_endpoint: Endpoint.optional(),
  end_session_endpoint: Endpoint.optional(),
  id_token_signing_alg_values_supported: z.array(z.string()).optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
  authorization_response_iss_parameter_supported: z.boolean().optional(),
});

/** What a provider says of itself, as far as we use it. */
export type OidcDiscovery = z.infer<typeof Discovery>;

/** The provider did not say where it signs people in, or said something that is not to be trusted. */
export class OidcDiscoveryError extends Error {
  override name = "OidcDiscoveryError";
}

const kept = new Map<string, { askedAtMono: number; answer: Promise<OidcDiscovery> }>();

/**
 * The provider's discovery document, asked for at most every ten minutes however many people sign in. Its endpoints are
 * held to the rule of addresses in the configuration; a failure is not kept. Throws OidcDiscoveryError.
 */
export async function oidcDiscovery({ issuer }: SignInConfig): Promise<OidcDiscovery> {
  const known = kept.get(issuer);
  if (known !== undefined && monotonic() - known.askedAtMono < KEPT_MS) return known.answer;
  const answer = ask(issuer);
  kept.set(issuer, { askedAtMono: monotonic(), answer });
  return answer.catch((error: unknown) => {
    if (kept.get(issuer)?.answer === answer) kept.delete(issuer);
    throw error;
  });
}

async function ask(issuer: string): Promise<OidcDiscovery> {
  const document = Discovery.safeParse(await readDocument(`${issuer}/.well-known/openid-configuration`));
  if (!document.success)
    throw new OidcDiscoveryError(`${issuer} answers with something that is no discovery document`);
  const { data } = document;
  if (data.issuer.replace(/\/$/, "") !== issuer)
    throw new OidcDiscoveryError(`${issuer} says that it is ${data.issuer.slice(0, 200)}`);
  for (const [name, address] of Object.entries(data)) {
    if (!/^(\w+_endpoint|jwks_uri)$/.test(name) || typeof address !== "string") continue;
    if (!isGoodEndpoint(address, issuer))
      throw new OidcDiscoveryError(`${issuer} names a ${name} that is not called: ${address.slice(0, 200)}`);
  }
  return data;
}

async function readDocument(address: string): Promise<unknown> {
  try {
    const reply = await fetch(address, { redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS) });
    const text = await reply.text();
    if (!reply.ok || text.length > MOST_CHARACTERS) throw new Error(`it answers ${reply.status}`);
    return JSON.parse(text);
  } catch (cause) {
    throw new OidcDiscoveryError(`${address} cannot be read`, { cause });
  }
}

/** A provider elsewhere has no business on this machine. Some tell an endpoint's tenant in its query. */
function isGoodEndpoint(address: string, issuer: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  url.search = "";
  return mayCall(url.href) && (!isLoopback(url.hostname) || isLoopback(new URL(issuer).hostname));
}
