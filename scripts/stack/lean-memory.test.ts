import { expect, it } from "vitest";
import { leanMemory } from "./lean-memory";

it("gives the heap an end, new objects room, and the C library two arenas", () => {
  const { flags, env } = leanMemory({ PORT: "3000" });
  expect(flags).toEqual(["--max-old-space-size=896", "--min-semi-space-size=16"]);
  expect(env).toEqual({ PORT: "3000", MALLOC_ARENA_MAX: "2" });
});

it.each(["--max-old-space-size=4096", "--trace-gc --max_old_space_size=4096", "--max-heap-size=2000"])(
  "leaves a heap alone whose size the environment gives: %s",
  (options) => {
    expect(leanMemory({ NODE_OPTIONS: options }).flags).toEqual([]);
  },
);

it("leaves arenas alone that the environment gives", () => {
  expect(leanMemory({ MALLOC_ARENA_MAX: "8" }).env.MALLOC_ARENA_MAX).toBe("8");
});
