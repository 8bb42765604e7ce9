import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "../stack/folders";
import { answeredMembers, coveredMembers, readShapes } from "./read-members";

const SDK = "node_modules/@aws-sdk/client-codepipeline/dist-types/models/models_0.d.ts";
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

test("every member that a Get or List operation can answer is in docs/coverage.md, once, and no other", () => {
  const answered = answeredMembers(readShapes(read(SDK)));
  const covered = coveredMembers(read("docs/coverage.md"));
  expect(answered.length).toBeGreaterThan(400);
  expect(answered.filter((member) => !covered.includes(member))).toEqual([]);
  expect(covered.filter((member) => !answered.includes(member))).toEqual([]);
  expect(covered.filter((member, at) => covered.indexOf(member) !== at)).toEqual([]);
});

const declarations = `export interface GetThingOutput {
    /** Told. */
    thing?: Thing | undefined;
    nextToken?: string | undefined;
}
export interface Thing {
    parts?: Record<string, Part[]> | undefined;
    whole?: Thing | undefined;
}
export interface Part {
    name: string | undefined;
}
export interface PutThingOutput {
    unasked?: string | undefined;
}
`;

test("members are found at any depth, those of writes are not asked for", () => {
  expect(answeredMembers(readShapes(declarations))).toEqual([
    "GetThingOutput.thing",
    "GetThingOutput.nextToken",
    "Thing.parts",
    "Thing.whole",
    "Part.name",
  ]);
});

test("a row covers the members it names, and none without a place", () => {
  const table =
    "| Shape | Members | Where |\n| --- | --- | --- |\n| Thing | `parts`, `whole` | A page |\n| Part | `name` |  |";
  expect(coveredMembers(table)).toEqual(["Thing.parts", "Thing.whole"]);
});
