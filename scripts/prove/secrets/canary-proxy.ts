import { createServer, type IncomingMessage, request as send } from "node:http";
import type { Shutdown } from "../../processes/shutdown";
import { CanaryCage } from "./canary-cage";

/**
 * Stands between the application and the emulator, and puts a canary into every text of CodePipeline's answers. Signatures
 * stay good, since the host that was signed for is passed on.
 */
export async function startCanaryProxy(
  shutdown: Shutdown,
  emulatorUrl: string,
): Promise<{ url: string; cage: CanaryCage }> {
  const cage = new CanaryCage();
  const server = createServer((incoming, outgoing) => {
    const operation = String(incoming.headers["x-amz-target"] ?? "").split(".")[1];
    const passed = send(
      new URL(incoming.url ?? "/", emulatorUrl),
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        void bodyOf(answer).then((body) => {
          const { "content-length": _length, "x-amz-crc32": _sum, ...headers } = answer.headers;
          const text = operation === undefined ? body : cage.release(operation, body);
          outgoing.writeHead(answer.statusCode ?? 502, headers).end(text);
        });
      },
    );
    passed.on("error", () => outgoing.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  shutdown.add(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  return { url: `http://127.0.0.1:${address.port}`, cage };
}

async function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
