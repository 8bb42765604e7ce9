import fc from "fast-check";
import { expect, test } from "vitest";
import type { AwsFailure } from "../codepipeline/aws-failure";
import { heardTroubles, toldTroubles } from "./told-trouble";
import type { Trouble } from "./trouble";

function troubleOf(failure: AwsFailure, sinceMs = 1): Trouble {
  return { failure, sinceMs, tries: 2, nextTryAtMs: 3, nextTryMono: 4 };
}

function denial(name: string): AwsFailure {
  const principal = "arn:aws:sts::111122223333:assumed-role/pipedeck-read/pipedeck";
  return {
    kind: "denied",
    code: "AccessDeniedException",
    message: `User: ${principal} is not authorized to perform: codepipeline:GetPipelineState on resource: arn:aws:codepipeline:eu-west-1:111122223333:${name}`,
    requestId: `request of ${name}`,
    ambiguous: false,
    permission: "codepipeline:GetPipelineState",
    principal,
  };
}

/** As it comes through the store. */
function told(records: Parameters<typeof toldTroubles>[0]): {
  text: string;
  heard: ReadonlyMap<string, Trouble>;
} {
  const text = JSON.stringify(toldTroubles(records));
  const parsed: object = JSON.parse(text);
  return { text, heard: heardTroubles(parsed) };
}

test("one permission that many lack is told once, and each hears it of its own", () => {
  const names = Array.from({ length: 450 }, (_, index) => `team-b-service-${index}`);
  const { text, heard } = told(
    names.map((name, index) => ({ name, trouble: troubleOf(denial(name), index) })),
  );
  expect(text.split("not authorized")).toHaveLength(2);
  expect(heard.size).toBe(450);
  for (const [index, name] of names.entries()) {
    const { requestId: _, ...failure } = denial(name);
    expect(heard.get(name)).toMatchObject({ failure, sinceMs: index, tries: 2, nextTryAtMs: 3 });
  }
});

test("whatever names and messages are, each hears its own trouble", () => {
  const one = fc.record({ name: fc.string({ maxLength: 4 }), message: fc.string({ maxLength: 30 }) });
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: ({ name }) => name, maxLength: 10 }), (ones) => {
      const failure = { kind: "fault" as const, code: "InternalFailure", ambiguous: true };
      const { heard } = told(
        ones.map(({ name, message }) => ({ name, trouble: troubleOf({ ...failure, message }) })),
      );
      for (const { name, message } of ones) expect(heard.get(name)?.failure.message).toBe(message);
    }),
  );
});

test("what is in no trouble is not told; what was told in another form says nothing", () => {
  expect(told([{ name: "shop", trouble: null }]).heard.size).toBe(0);
  expect(heardTroubles({ shop: troubleOf(denial("shop")) }).size).toBe(0);
  expect(heardTroubles(undefined).size).toBe(0);
});
