import { expect, test } from "vitest";
import { Rails } from "./rails";
import { isInOrder, type LoggedEvent, stageHistory } from "./stage-events";

const event = (state: string, execution: string): LoggedEvent => ({
  account: "111122223333",
  region: "eu-west-1",
  event: {
    "detail-type": "CodePipeline Stage Execution State Change",
    detail: { pipeline: "shop", stage: "Build", state, "execution-id": execution },
  },
});
const row = (standing: string, executionId?: string) => ({
  target: "dev",
  name: "shop",
  executionMode: "QUEUED",
  stations: [{ stage: "Build", standing, ...(executionId ? { train: { executionId } } : {}) }],
});

test("events say where a stage stood one after the other", () => {
  const events = [
    event("STARTED", "e1"),
    event("FAILED", "e1"),
    event("RESUMED", "e1"),
    event("SUCCEEDED", "e1"),
  ];
  expect(stageHistory(events).get("111122223333 eu-west-1/shop/Build")).toEqual([
    "at e1",
    "Failed",
    "at e1",
    "Succeeded",
  ]);
});

test("whoever misses some of it saw it in order; whoever sees an earlier one again did not", () => {
  const history = ["at e1", "Succeeded", "at e2", "Failed"];
  expect(isInOrder(["at e1", "at e2", "Failed"], history)).toBe(true);
  expect(isInOrder([], history)).toBe(true);
  expect(isInOrder(["at e2", "at e1"], history)).toBe(false);
  expect(isInOrder(["at e1", "Succeeded", "at e1"], history)).toBe(false);
  expect(isInOrder(["at e3"], history)).toBe(false);
});

test("rails follow whole rows and what differs of one, by index or as a new list", () => {
  const rails = new Rails([row("Succeeded")]);
  const change = { target: "dev", name: "shop" };
  rails.hear({
    ...change,
    version: 1,
    set: { status: "InProgress", stations: { 0: { standing: "InProgress", train: { executionId: "e1" } } } },
  });
  rails.hear({ ...change, version: 2, set: { sentence: { text: "Build runs" } } });
  rails.hear({ ...change, version: 3, set: { stations: { 0: { standing: "Failed", train: null } } } });
  rails.hear({ ...change, version: 4, row: row("InProgress", "e2") });
  rails.hear({ ...change, version: 5, set: { stations: row("Succeeded").stations } });
  expect(rails.seen.get("dev/shop/Build")).toEqual(["Succeeded", "at e1", "Failed", "at e2", "Succeeded"]);
});
