import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { withinDeadline } from "./within-deadline";

test("what answers in time is answered, and its signal is left alone", async () => {
  let given: AbortSignal | undefined;
  const answer = await withinDeadline(60_000, async (signal) => {
    given = signal;
    return "here";
  });
  expect([answer, given?.aborted]).toEqual(["here", false]);
});

test("what fails in time fails as it did", async () => {
  const error = new Error("refused");
  await expect(withinDeadline(60_000, () => Promise.reject(error))).rejects.toBe(error);
});

test("what never answers ends with the deadline, its signal aborted", async () => {
  let given: AbortSignal | undefined;
  const never = withinDeadline(5, (signal) => {
    given = signal;
    return new Promise(() => undefined);
  });
  await expect(never).rejects.toMatchObject({ name: "TimeoutError", message: "no answer within 5 ms" });
  expect(given?.aborted).toBe(true);
});

test("an error that comes after the deadline disturbs nobody", async () => {
  const late = withinDeadline(5, (signal) => {
    return new Promise((_, reject) => {
      signal.addEventListener("abort", () => reject(new Error("aborted")));
    });
  });
  await expect(late).rejects.toMatchObject({ name: "TimeoutError" });
});

test("an answer is not kept until the deadline", async () => {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const kept: WeakRef<object>[] = [];
  for (let count = 0; count < 20; count += 1) {
    const answer = await withinDeadline(60_000, async () => ({ count }));
    kept.push(new WeakRef(answer));
  }
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  expect(kept.filter((one) => one.deref() !== undefined).length).toBeLessThan(2);
});
