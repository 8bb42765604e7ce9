import { setTimeout as delay } from "node:timers/promises";
import type { Fact } from "../replicas/facts";
import type { Town } from "../replicas/town";
import { must, until } from "../replicas/until";
import { type Listed, Viewer } from "../replicas/viewer";
import { signIn } from "../testing/session";
import { Rails } from "./rails";
import { isInOrder, stageHistory } from "./stage-events";

const STEP_MS = 5 * 60_000;
/** Between two steps the server has time to see what the one before did. */
const LOOK_MS = 500;
/** A sweep of what rests takes 15 s; one that an event kept busy a little longer. */
const SWEEP_MS = 40_000;

/**
 * Three of ten events lost, three doubled, three reordered: after one sweep everything is as AWS has it, and nobody saw
 * a stage go back.
 *
 * @param steps of five minutes that the world moves
 */
export function eventFacts(town: Town, steps: number): Fact[] {
  let viewer: Viewer;
  let rails: Rails;
  let before: number;
  const placeOf = new Map(town.targets.map(({ id, account, region }) => [id, `${account} ${region}`]));

  const stages = async () => {
    const history = stageHistory(await town.eventsAfter(before));
    return [...rails.seen].map(([key, seen]) => {
      const [target = "", ...rest] = key.split("/");
      return { key, seen, history: history.get([placeOf.get(target), ...rest].join("/")) ?? [] };
    });
  };
  const backwards = async () =>
    (await stages())
      .filter(({ seen, history }) => !isInOrder(seen, [...seen.slice(0, 1), ...history]))
      .map(({ key, seen, history }) => `${key}: saw ${seen.join(", ")} of ${history.join(", ")}`);

  return [
    {
      name: "a world whose events are lost, doubled and reordered moves on; no stage is seen going back, and no version",
      run: async () => {
        const { url } = await town.oneServer();
        const session = await signIn(url, "viewer");
        viewer = new Viewer(url, session);
        await until("every pipeline read", 60_000, async () => isRead(await viewer.list()));
        before = (await town.eventsAfter(0)).length;
        rails = new Rails((await viewer.list()).items);
        viewer.onChange = (change) => rails.hear(change);
        await viewer.open();
        for (const kind of ["lostEvents", "duplicateEvents", "reorderEvents"])
          await town.fault({ kind, rate: 0.3 });
        for (let step = 0; step < steps; step += 1) {
          await town.advance(STEP_MS);
          await delay(LOOK_MS);
        }
        await until("changes", 20_000, () => viewer.versions.size > 0);
        must(viewer.backwards.length === 0, viewer.backwards.join("; "));
        const back = await backwards();
        must(back.length === 0, back.join("\n"));
        const moved = (await stages()).filter(({ seen }) => seen.length > 1);
        must(moved.length > 0, "no stage was seen to move");
        const moves = moved.reduce((sum, { seen }) => sum + seen.length - 1, 0);
        return `${(await town.eventsAfter(before)).length} events; ${moves} moves of ${moved.length} stages seen`;
      },
    },
    {
      name: "after one sweep every stage is where the emulator has it, and nothing changes when AWS is asked anew",
      run: async () => {
        const since = new Date().toISOString();
        const tookMs = await until("one sweep", SWEEP_MS, async () =>
          (await viewer.list()).items.every(({ asOf }) => (asOf ?? "") > since),
        );
        const swept = standings(await viewer.list());
        const wrong = (await stages()).filter(
          ({ seen, history }) => history.length > 0 && seen.at(-1) !== history.at(-1),
        );
        must(
          wrong.length === 0,
          wrong.map(({ key, seen, history }) => `${key}: ${seen.at(-1)} is ${history.at(-1)}`).join("\n"),
        );
        const { items } = await viewer.list();
        for (const { target, name } of items) await viewer.readNow(target, name);
        const truth = standings(await viewer.list());
        must(swept === truth, `${swept}\nbut AWS says\n${truth}`);
        must(viewer.backwards.length === 0, viewer.backwards.join("; "));
        const back = await backwards();
        must(back.length === 0, back.join("\n"));
        viewer.leave();
        return `${items.length} pipelines, after ${Math.round(tookMs)} ms`;
      },
    },
  ];
}

function isRead({ items }: Listed): boolean {
  return items.length > 0 && items.every(({ asOf }) => asOf !== null);
}

function standings({ items }: Listed): string {
  return JSON.stringify(items.map(({ target, name, status }) => [target, name, status]));
}
