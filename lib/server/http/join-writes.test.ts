import { once } from "node:events";
import { createServer, get, type RequestListener } from "node:http";
import { afterEach, expect, it } from "vitest";
import { joinWrites } from "./join-writes";

joinWrites();
let close: () => void = () => undefined;
afterEach(() => close());

async function replyOf(answer: RequestListener) {
  const server = createServer(answer).listen(0, "127.0.0.1");
  close = () => server.close();
  await once(server, "listening");
  const address = server.address();
  const request = get({ port: typeof address === "object" ? address?.port : undefined, agent: false });
  const [response] = await once(request, "response");
  return response;
}

it("headers wait for what is written in the same turn, and leave with it", async () => {
  let held = 0;
  let parts: number | undefined;
  const response = await replyOf((_request, reply) => {
    reply.setHeader("content-length", 4);
    reply.flushHeaders();
    held = reply.socket?.writableLength ?? 0;
    reply.write(Buffer.from("body"));
    parts = reply.socket?.writableCorked;
    reply.end();
  });
  expect(held).toBeGreaterThan(0);
  expect(parts).toBeGreaterThan(0);
  expect((await response.toArray()).join("")).toBe("body");
});

it("headers leave at the end of the turn though nothing is written", async () => {
  let end: () => void = () => undefined;
  const response = await replyOf((_request, reply) => {
    reply.setHeader("x-first", "yes");
    reply.flushHeaders();
    end = () => reply.end("later");
  });
  expect(response.headers["x-first"]).toBe("yes");
  end();
  expect((await response.toArray()).join("")).toBe("later");
});
