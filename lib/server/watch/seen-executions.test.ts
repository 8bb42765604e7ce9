import { expect, it } from "vitest";
import type { AwsExecutionSummary } from "../codepipeline/list-pipeline-executions";
import type { SeenRow } from "../store/executions";
import { SeenExecutions } from "./seen-executions";

const place = { target: "t", pipeline: "shop" };

function execution(
  id: string,
  minute: number,
  status: AwsExecutionSummary["status"] = "Succeeded",
): AwsExecutionSummary {
  const at = new Date(Date.UTC(2026, 10, 21, 3, minute));
  return { pipelineExecutionId: id, status, startTime: at, lastUpdateTime: at };
}

function keeper(fails: () => boolean = () => false) {
  const kept: string[][] = [];
  const seen = new SeenExecutions(async (rows: readonly SeenRow[]) => {
    if (fails()) throw new Error("the store is away");
    kept.push(rows.map(({ execution: { id, status } }) => `${id} ${status}`));
  });
  return { seen, kept };
}

it("a list that says nothing new is not kept again", async () => {
  const { seen, kept } = keeper();
  const list = [execution("b", 2, "InProgress"), execution("a", 1)];
  seen.note(place, list);
  await seen.settled();
  seen.note(place, list);
  await seen.settled();
  expect(kept).toEqual([["b InProgress", "a Succeeded"]]);
  seen.note(place, [execution("c", 3, "InProgress"), execution("b", 2), execution("a", 1)]);
  await seen.settled();
  expect(kept[1]).toEqual(["c InProgress", "b Succeeded"]);
});

it("of a list that is read first the newest are kept, of older pages all", async () => {
  const { seen, kept } = keeper();
  const list = Array.from({ length: 60 }, (_, index) => execution(`x${index}`, 59 - index));
  seen.note(place, list);
  await seen.settled();
  expect(kept.flat()).toHaveLength(25);
  seen.note(place, list, { older: true });
  await seen.settled();
  expect(kept.flat()).toHaveLength(85);
});

it("what could not be kept is kept with what comes next", async () => {
  let away = true;
  const { seen, kept } = keeper(() => away);
  seen.note(place, [execution("a", 1)]);
  await seen.settled();
  expect(kept).toEqual([]);
  away = false;
  seen.note(place, [execution("b", 2), execution("a", 1)]);
  await seen.settled();
  expect(kept).toEqual([["a Succeeded", "b Succeeded"]]);
});
