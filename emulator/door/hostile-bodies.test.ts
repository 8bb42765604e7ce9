import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registry } from "../operations/registry";
import { FuzzedEmulator } from "../testing/fuzz/fuzzed-emulator";

const megabyte = 1024 * 1024;
const nestedDeep = Buffer.from(`${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`);
const listsDeep = Buffer.from(`{"a":${"[".repeat(400_000)}${"]".repeat(400_000)}}`);
const tenMegabytes = Buffer.alloc(10 * megabyte, "a");
const notUtf8 = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);
let emulator: FuzzedEmulator;

beforeAll(async () => {
  emulator = new FuzzedEmulator(1);
  await emulator.open();
});
afterAll(() => emulator.close());

/** Bytes of the heap that are in use once everything that can go has gone. */
function heapInUse(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}

function codeOf(body: Buffer): string {
  const { __type }: { __type: string } = JSON.parse(body.toString());
  return __type;
}

describe("bodies that nobody should send", () => {
  it.each([...registry.keys()])("are refused by %s in AWS's words", async (operation) => {
    const bodies = [nestedDeep, notUtf8, Buffer.from("[]"), Buffer.from("{"), Buffer.from([0])];
    for (const body of bodies) {
      const answer = await emulator.send(operation, body);
      expect([answer.status, codeOf(answer.body), answer.problems]).toEqual([
        400,
        "SerializationException",
        [],
      ]);
    }
  });

  it("of 10 MB are refused before they are kept, and a connection goes on afterwards", {
    timeout: 60_000,
  }, async () => {
    for (let count = 0; count < 5; count += 1) {
      const { status, body, problems } = await emulator.send("ListPipelines", tenMegabytes);
      expect([status, codeOf(body), problems]).toEqual([413, "RequestEntityTooLargeException", []]);
    }
    expect((await emulator.send("ListPipelines", Buffer.from("{}"))).status).toBe(200);
  });

  it("that nest 400,000 deep are refused", async () => {
    expect(codeOf((await emulator.send("ListPipelines", listsDeep)).body)).toBe("SerializationException");
  });

  it("are refused without a signature, by the control calls and by webhooks", async () => {
    const post = async (path: string, body: Buffer, headers: Record<string, string> = {}) =>
      (await fetch(`${emulator.url}${path}`, { method: "POST", body: new Uint8Array(body), headers })).status;
    const form = { "content-type": "application/x-www-form-urlencoded" };
    for (const body of [nestedDeep, listsDeep, notUtf8]) {
      expect(await post("/", body)).toBe(404);
      expect(await post("/", body, form)).toBe(404);
      expect(await post("/_emulator/outcomes", body)).toBe(400);
      expect(await post("/webhooks/nothing", body)).toBe(404);
      expect(await post("/", body, { "x-amz-target": "CodePipeline_20150709.ListPipelines" })).toBe(403);
      expect(await post("/", body, { "x-amz-target": "AmazonSQS.ReceiveMessage" })).toBe(403);
    }
    for (const path of ["/", "/_emulator/clock", "/webhooks/nothing"])
      expect(await post(path, tenMegabytes)).toBe(413);
  });

  it("leave no more behind than the journal keeps, however many there are", { timeout: 60_000 }, async () => {
    const body = Buffer.from(JSON.stringify({ unknown: "u".repeat(megabyte - 100) }));
    const send = async (count: number): Promise<void> => {
      for (let sent = 0; sent < count; sent += 1)
        expect((await emulator.send("ListPipelines", body)).status).toBe(200);
    };
    await send(66);
    const before = heapInUse();
    await send(80);
    expect(heapInUse() - before).toBeLessThan(48 * megabyte);
  });
});
