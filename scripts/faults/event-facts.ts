import { setTimeout as delay } from "node:timers/promises";
import type { Fact } from "../replicas/facts";
import type { Town } from "../replicas/town";
import { must, until } from "../replicas/until";
import { type Listed, Viewer } from "../replicas/viewer";
import { signIn } from "../testing/session";

/** Longer than a sweep of what rests. */
const SWEEP_MS = 45_000;
const STEPS = 12;

/** Three of ten events lost, three doubled, three reordered: after one sweep everything is as AWS has it. */
export function eventFacts(town: Town): Fact[] {
  let viewer: Viewer;
  return [
    {
      name: "a world whose events are lost, doubled and reordered moves on, and no version goes backwards",
      run: async () => {
        const { url } = await town.server();
        viewer = new Viewer(url, await signIn(url, "viewer"));
        await viewer.open();
        await until("every pipeline read", 60_000, async () => isRead(await viewer.list()));
        for (const kind of ["lostEvents", "duplicateEvents", "reorderEvents"])
          await town.fault({ kind, rate: 0.3 });
        for (let step = 0; step < STEPS; step += 1) await town.advance(5 * 60_000);
        await until("changes", 20_000, () => viewer.versions.size > 0);
        must(viewer.backwards.length === 0, viewer.backwards.join("; "));
        return `${STEPS} steps of five minutes`;
      },
    },
    {
      name: "after one sweep every status is what AWS says when each pipeline is read anew",
      run: async () => {
        await delay(SWEEP_MS);
        const swept = standings(await viewer.list());
        const { items } = await viewer.list();
        for (const { target, name } of items) await viewer.readNow(target, name);
        const truth = standings(await viewer.list());
        must(swept === truth, `${swept}\nbut AWS says\n${truth}`);
        must(viewer.backwards.length === 0, viewer.backwards.join("; "));
        return `${items.length} pipelines`;
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
