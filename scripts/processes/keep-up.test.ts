import { expect, it } from "vitest";
import { keepUp, type Running } from "./keep-up";

/** A thing that runs until the test ends it. */
class Thing implements Running {
  readonly ended: Promise<string>;
  stopped = false;
  #end: (how: string) => void = () => undefined;

  constructor() {
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  end(how: string): void {
    this.#end(how);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.#end("was ended by SIGTERM");
  }
}

function keptThings() {
  const things = [new Thing()];
  const first = things[0] ?? new Thing();
  const kept = keepUp("The thing", first, () => {
    const next = new Thing();
    things.push(next);
    return next;
  });
  return { things, kept };
}

it("starts again what was killed", async () => {
  const { things, kept } = keptThings();
  things[0]?.end("was ended by SIGKILL");
  await expect.poll(() => things.length).toBe(2);
  await kept.stop();
  expect(things.map(({ stopped }) => stopped)).toEqual([false, true]);
});

it("leaves alone what was stopped", async () => {
  const { things, kept } = keptThings();
  await kept.stop();
  await things[0]?.ended;
  expect(things).toHaveLength(1);
});

it("gives up what ends well, because somebody wanted that", async () => {
  const { things, kept } = keptThings();
  things[0]?.end("ended with code 0");
  await expect(kept.failed).rejects.toThrow("The thing ended with code 0.");
  expect(things).toHaveLength(1);
});

it("gives up what keeps ending, and what cannot be started", async () => {
  let starts = 0;
  const first = new Thing();
  first.end("was ended by SIGKILL");
  const kept = keepUp("The thing", first, () => {
    starts += 1;
    if (starts % 2 === 0) throw new Error("no disk");
    const next = new Thing();
    next.end("ended with code 1");
    return next;
  });
  await expect(kept.failed).rejects.toThrow("The thing ended with code 1, 5 times in a minute.");
  expect(starts).toBe(5);
});
