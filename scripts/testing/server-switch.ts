import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Shutdown } from "../processes/shutdown";

/** A door through which browser tests have the server end and begin again: POST /stop, POST /start; its address. */
export async function startServerSwitch(
  shutdown: Shutdown,
  server: { stop: () => Promise<void>; start: () => Promise<void> },
): Promise<string> {
  const door = createServer((request, response) => {
    const act = request.url === "/stop" ? server.stop : request.url === "/start" ? server.start : undefined;
    if (request.method !== "POST" || act === undefined) {
      response.writeHead(404).end("Expected POST /stop or POST /start");
      return;
    }
    act().then(
      () => response.writeHead(204).end(),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  shutdown.add(() => {
    door.close();
    door.closeAllConnections();
  });
  const { port } = door.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
