import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Shutdown } from "../../scripts/processes/shutdown";

/** A bare server of events: a page that shows the last one, a stream, and a way to send. */
export type Echo = { url: string; send: (text: string) => void };

const page = `<!doctype html><title>Echo</title><p id="cell">-</p><script>
new EventSource("/stream").onmessage = ({ data }) => { document.getElementById("cell").textContent = data; };
</script>`;

/** Starts it on a free port; it ends with the bench. */
export async function startEcho(shutdown: Shutdown): Promise<Echo> {
  const streams = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.url !== "/stream") {
      response.writeHead(200, { "content-type": "text/html" }).end(page);
      return;
    }
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write("data: ready\n\n");
    streams.add(response);
    response.on("close", () => streams.delete(response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  shutdown.add(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    send: (text) => {
      for (const stream of streams) stream.write(`data: ${text}\n\n`);
    },
  };
}
