import { createServer, type IncomingMessage, request as send } from "node:http";
import type { Shutdown } from "../processes/shutdown";

/** Makes another value of one in an answer of CodePipeline; `key` is the member it stands under, empty for the answer itself. */
export type Alteration = (value: unknown, key: string) => unknown;

/**
 * Stands between the application and an emulator and alters CodePipeline's answers, the inner values first. Signatures stay
 * good, since the host that was signed for is passed on. Answers its address.
 */
export async function startAlteringProxy(
  shutdown: Shutdown,
  emulatorUrl: string,
  alter: Alteration,
): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    const isAnswer = incoming.headers["x-amz-target"] !== undefined;
    const passed = send(
      new URL(incoming.url ?? "/", emulatorUrl),
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        void bodyOf(answer).then((body) => {
          const { "content-length": _length, "x-amz-crc32": _sum, ...headers } = answer.headers;
          const isGood = isAnswer && answer.statusCode === 200;
          outgoing.writeHead(answer.statusCode ?? 502, headers).end(isGood ? altered(body, alter) : body);
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

function altered(body: Buffer, alter: Alteration): string {
  return JSON.stringify(within(JSON.parse(body.toString("utf8")), "", alter));
}

function within(value: unknown, key: string, alter: Alteration): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => within(item, key, alter));
    return alter(items, key);
  }
  if (typeof value !== "object" || value === null) return alter(value, key);
  const members = Object.entries(value).map(([name, inner]) => [name, within(inner, name, alter)] as const);
  return alter(Object.fromEntries(members.filter(([, inner]) => inner !== undefined)), key);
}

async function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
