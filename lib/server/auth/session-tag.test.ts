import { expect, test } from "vitest";
import { newId } from "../new-id";
import { sessionTag } from "./session-tag";

test("a tag is the same for one session, another for each, names a lock and tells no id", () => {
  const ids = Array.from({ length: 100 }, newId);
  const tags = ids.map(sessionTag);
  expect(ids.map(sessionTag)).toEqual(tags);
  expect(new Set(tags).size).toBe(ids.length);
  for (const [index, tag] of tags.entries()) {
    expect(tag).toMatch(/^session-[\w-]{8}$/);
    expect(tag).not.toContain(ids[index]?.slice(0, 8));
  }
});
