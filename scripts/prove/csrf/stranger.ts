import { createServer } from "node:http";
import type { Shutdown } from "../../processes/shutdown";

/**
 * A stranger's web server: it serves whatever page it is given, at the path that `show` answers, and redirects with the
 * method kept.
 */
export async function startStranger(
  shutdown: Shutdown,
): Promise<{ port: number; show: (html: string) => string }> {
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://stranger.invalid");
    if (url.pathname === "/hop") {
      const headers = { location: url.searchParams.get("to") ?? "/", "access-control-allow-origin": "*" };
      response.writeHead(307, headers).end();
      return;
    }
    const page = pages.get(url.pathname);
    response.writeHead(page === undefined ? 404 : 200, { "content-type": "text/html" });
    response.end(page === undefined ? "" : `<!doctype html><title>x</title>${page}`);
  });
  // Without an address both 127.0.0.1 and localhost reach it.
  await new Promise<void>((resolve) => server.listen(0, resolve));
  shutdown.add(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the stranger has no port");
  return {
    port: address.port,
    show: (html) => {
      const at = `/${pages.size}`;
      pages.set(at, html);
      return at;
    },
  };
}
