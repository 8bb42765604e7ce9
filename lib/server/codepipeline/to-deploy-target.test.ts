import { expect, test } from "vitest";
import { toDeployTarget } from "./to-deploy-target";

test("a target is told with its events and their messages", () => {
  const startTime = new Date("2026-11-21T03:00:00.000Z");
  expect(
    toDeployTarget({
      targetId: "i-0abc",
      targetType: "EC2",
      status: "Failed",
      startTime,
      events: [
        {
          name: "AFTER_DEPLOY",
          status: "Failed",
          startTime,
          endTime: startTime,
          context: { ssmCommandId: "c-1", message: "exit status 1" },
        },
      ],
    }),
  ).toEqual({
    id: "i-0abc",
    type: "EC2",
    standing: "Failed",
    startedAt: "2026-11-21T03:00:00.000Z",
    events: [
      {
        name: "AFTER_DEPLOY",
        standing: "Failed",
        startedAt: "2026-11-21T03:00:00.000Z",
        endedAt: "2026-11-21T03:00:00.000Z",
        commandId: "c-1",
        message: "exit status 1",
      },
    ],
  });
});

test("a target of which nothing is told is told all the same", () => {
  expect(toDeployTarget({})).toEqual({ id: "", standing: "Unknown", events: [] });
  expect(toDeployTarget({ events: [{}], status: "Draining" })).toMatchObject({
    standing: "Draining",
    events: [{ name: "", standing: "Unknown" }],
  });
});
