import "server-only";
import { authEnvironment } from "../config/environment";
import { isLoopback } from "../config/loopback";

/**
 * The origin a request was made to, as its browser sees it. Normally NEXTAUTH_URL. When that is a loopback
 * address, any loopback name with any port is the same house (127.0.0.1, localhost, a forwarded port), so
 * the `Host` header decides; a foreign name there (DNS rebinding) never does.
 */
export function houseOrigin(request: Request): string {
  const { publicUrl } = authEnvironment();
  if (!isLoopback(publicUrl.hostname)) return publicUrl.origin;
  const host = loopbackHost(request.headers.get("host"));
  return host === undefined ? publicUrl.origin : `${publicUrl.protocol}//${host}`;
}

/**
 * Whether the `Host` header may name this house. Where NEXTAUTH_URL is a loopback address only loopback names may;
 * elsewhere a reverse proxy decides what the header says, so anything may.
 */
export function isOurHost(request: Request): boolean {
  const { publicUrl } = authEnvironment();
  return !isLoopback(publicUrl.hostname) || loopbackHost(request.headers.get("host")) !== undefined;
}

function loopbackHost(host: string | null): string | undefined {
  if (host === null || !/^[\w.[\]:-]{1,100}$/.test(host) || !URL.canParse(`http://${host}`)) return undefined;
  const url = new URL(`http://${host}`);
  return isLoopback(url.hostname) ? url.host : undefined;
}
