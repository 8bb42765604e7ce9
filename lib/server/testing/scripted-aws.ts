import "server-only";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TargetConfig } from "../config/config";

/** A stand-in for AWS that answers each operation with the text it was given, through the real wire. */
export interface ScriptedAws {
  target: TargetConfig;
  /** What an operation answers from now on; the status is 200 unless another is given. */
  answers(operation: string, body: string, status?: number, more?: { requestId: boolean }): void;
  /** How often an operation was asked for so far. */
  asked(operation: string): number;
  stop(): Promise<void>;
}

/** Starts it on a free port. The caller sets AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; nothing is verified. */
export async function startScriptedAws(): Promise<ScriptedAws> {
  const script = new Map<string, { body: string; status: number; requestId: boolean }>();
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      const operation = String(request.headers["x-amz-target"]).split(".").at(-1) ?? "";
      asked.set(operation, (asked.get(operation) ?? 0) + 1);
      const { body, status, requestId } = script.get(operation) ?? {
        body: '{"__type":"UnknownOperationException"}',
        status: 404,
        requestId: true,
      };
      response.writeHead(status, {
        "content-type": "application/x-amz-json-1.1",
        ...(requestId && { "x-amzn-requestid": "r-1" }),
      });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = addressOf(server.address());
  return {
    target: {
      id: "t",
      name: "T",
      account: "111122223333",
      region: "eu-west-1",
      endpoint: `http://127.0.0.1:${port}`,
      requestsPerSecond: 100_000,
      timeoutMs: 2000,
      include: [],
      exclude: [],
    },
    answers: (operation, body, status = 200, { requestId } = { requestId: true }) => {
      script.set(operation, { body, status, requestId });
    },
    asked: (operation) => asked.get(operation) ?? 0,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  return address;
}
