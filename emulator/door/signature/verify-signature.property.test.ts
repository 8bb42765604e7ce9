import fc from "fast-check";
import { expect, test } from "vitest";
import { Credentials } from "../credentials";
import { keysOf } from "../sdk-for-tests";
import { signedRequest } from "./signed-for-tests";
import { verifySignature } from "./verify-signature";

const credentials = new Credentials(1);
const account = fc.stringMatching(/^\d{12}$/);
const region = fc.constantFrom("eu-west-1", "us-gov-east-1", "ap-southeast-2");

async function received(body: string, accountId: string, regionName: string) {
  const headers = await signedRequest("http://127.0.0.1:4599", {
    target: "CodePipeline_20150709.ListPipelines",
    body,
    region: regionName,
    keys: keysOf(accountId),
  });
  return { method: "POST", path: "/", query: new URLSearchParams(), headers, body: Buffer.from(body) };
}

test("whatever the body, a signed request is let in as its account and region", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "grapheme" }),
      account,
      region,
      async (body, accountId, regionName) => {
        const signed = verifySignature(
          await received(body, accountId, regionName),
          "codepipeline",
          credentials,
        );
        expect(signed.caller.account).toBe(accountId);
        expect(signed.region).toBe(regionName);
      },
    ),
  );
});

test("one changed byte of the body or of a signed header is refused", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1 }), fc.nat(), async (bytes, place) => {
      const body = Buffer.from(bytes).toString("hex");
      const request = await received(body, "111122223333", "eu-west-1");
      const changed = Buffer.from(request.body);
      changed[place % changed.length] = (changed[place % changed.length] ?? 0) ^ 1;
      const headers = { ...request.headers, "x-amz-target": `${request.headers["x-amz-target"]}x` };
      for (const altered of [
        { ...request, body: changed },
        { ...request, headers },
      ]) {
        expect(() => verifySignature(altered, "codepipeline", credentials)).toThrow(
          expect.objectContaining({ code: "InvalidSignatureException", status: 403 }),
        );
      }
    }),
  );
});
