import { expect, test } from "vitest";
import { tagBook } from "@/lib/domain/pipeline-tags";
import type { KnownTags } from "@/lib/queries/tag-queries";
import { tagTroubles } from "./overview-tag-troubles";

const SETS = [{ tags: { team: "x" }, pipelines: ["a"] }];
const known = (lacking: KnownTags["lacking"], sets = SETS): KnownTags => ({
  book: tagBook([{ target: "prod", sets }]),
  count: 1,
  lacking,
});

test("tags that are all known need no words", () => {
  expect(tagTroubles(known([]), false)).toEqual([]);
  expect(tagTroubles(undefined, false)).toEqual([]);
});

test("a permission that is missing is named, with who lacks it", () => {
  const denied = {
    permission: "codepipeline:ListTagsForResource",
    principal: "arn:aws:sts::444455556666:assumed-role/pipedeck-read/s",
  };
  expect(tagTroubles(known([{ target: "prod", sets: [], unread: 3, denied }]), false)).toEqual([
    "Tags of 3 pipelines in prod cannot be read: The role pipedeck-read lacks codepipeline:ListTagsForResource.",
  ]);
});

test("what is not read yet is counted, and that there is none, or that they did not come, is said", () => {
  expect(tagTroubles(known([{ target: "prod", sets: [], unread: 1 }]), false)).toEqual([
    "Tags of 1 pipeline in prod are not read yet.",
  ]);
  expect(tagTroubles(known([], []), false)).toEqual(["No pipeline has a tag."]);
  expect(tagTroubles(undefined, true)).toEqual(["Tags could not be read; they are asked for again."]);
});
