import { createServer, type IncomingMessage, request as send } from "node:http";
import type { Shutdown } from "../processes/shutdown";

/** An answer of CodePipeline on its way to the application. */
export interface PassingAnswer {
  operation: string;
  status: number;
  body: Buffer;
}

/**
 * Stands between the application and an emulator and writes CodePipeline's answers anew; all else passes as it is. Signatures
 * stay good, since the host that was signed for is passed on. Answers its address.
 */
export async function startAnswerProxy(
  shutdown: Shutdown,
  emulatorUrl: string,
  rewrite: (answer: PassingAnswer) => Buffer | string,
): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    const operation = String(incoming.headers["x-amz-target"] ?? "").split(".")[1];
    const passed = send(
      new URL(incoming.url ?? "/", emulatorUrl),
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        void bodyOf(answer).then((body) => {
          const { "content-length": _length, "x-amz-crc32": _sum, ...headers } = answer.headers;
          const status = answer.statusCode ?? 502;
          const text = operation === undefined ? body : rewrite({ operation, status, body });
          outgoing.writeHead(status, headers).end(text);
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
  return `http://127.0.0.1:${address.port}`;
}

async function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
