import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { beforeFrame } from "./before-frame";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("where tasks have priorities it is one that comes before a frame, until it is called off", async () => {
  const postTask = vi.fn(
    (_work: () => void, { signal }: SchedulerPostTaskOptions) =>
      new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason))),
  );
  vi.stubGlobal("scheduler", { postTask });
  const work = vi.fn();
  const callOff = beforeFrame(work);
  expect(postTask).toHaveBeenCalledExactlyOnceWith(
    work,
    expect.objectContaining({ priority: "user-blocking" }),
  );
  callOff();
  await expect(postTask.mock.results[0]?.value).rejects.toThrow("aborted");
  expect(work).not.toHaveBeenCalled();
});

test("elsewhere it is a task of its own, until it is called off", () => {
  const work = vi.fn();
  beforeFrame(work);
  expect(work).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(work).toHaveBeenCalledOnce();
  beforeFrame(work)();
  vi.runAllTimers();
  expect(work).toHaveBeenCalledOnce();
});
