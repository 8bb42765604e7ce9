import fc from "fast-check";
import { expect, it } from "vitest";
import { awsName } from "./aws-name";

const ids = fc.oneof(
  fc.string({ minLength: 1, maxLength: 255, unit: "grapheme" }),
  fc.stringMatching(/^[\w+=,.@|-]{1,80}$/),
  fc.stringMatching(/^[a-z]{1,3}\.[0-9a-f]{8}$/),
);

it("is what STS takes, whatever the id", () => {
  fc.assert(fc.property(ids, (id) => /^[\w+=,.@-]{2,64}$/.test(awsName(id))));
});

it("differs for different ids, also for an id that looks like a name made of another", () => {
  fc.assert(fc.property(ids, ids, (one, other) => one === other || awsName(one) !== awsName(other)));
  fc.assert(fc.property(ids, (id) => awsName(id) === id || awsName(awsName(id)) !== awsName(id)));
});

it.each([
  ["ada@example.com", "ada@example.com"],
  ["auth0|5f7c", /^auth0-5f7c\.[0-9a-f]{8}$/],
  ["x", /^x\.[0-9a-f]{8}$/],
  ["Grüße", /^Gr-e\.[0-9a-f]{8}$/],
  ["a".repeat(70), /^a{55}\.[0-9a-f]{8}$/],
])("of %s can be read", (id, name) => {
  expect(awsName(id)).toMatch(name);
});
