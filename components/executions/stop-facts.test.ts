import { describe, expect, it } from "vitest";
import { checkoutWeb } from "@/components/pipelines/checkout-web-fixture";
import { type Stoppable, stoppable } from "./stop-facts";
import { stopButton, stopConsequence } from "./stop-words";

function pick(label: string): Stoppable {
  const found = stoppable(checkoutWeb()).find((each) => each.label === label);
  if (found === undefined) {
    throw new Error(`no ${label} on the line`);
  }
  return found;
}

describe("stopping", () => {
  it("offers every execution on the line and none that has ended", () => {
    expect(stoppable(checkoutWeb()).map((each) => each.label)).toEqual([
      "e41c9d2",
      "7b09f1e",
      "c08d3aa",
      "5512be0",
      "41fa0c7",
    ]);
  });

  it("names the actions that finish first when it waits", () => {
    expect(stopButton(pick("e41c9d2"), false)).toBe("Stop e41c9d2");
    expect(stopConsequence(pick("e41c9d2"), false)).toBe(
      "unit-tests runs to its end first. After that nothing further starts, and e41c9d2 is Stopped.",
    );
  });

  it("says whom AWS does not tell when actions are abandoned", () => {
    expect(stopButton(pick("e41c9d2"), true)).toBe("Abandon 1 action of e41c9d2");
    expect(stopConsequence(pick("e41c9d2"), true)).toBe(
      "e41c9d2 stops at once. AWS does not tell CodeBuild, so unit-tests goes on by itself and may still write.",
    );
  });

  it("has other words when nothing runs and when only an approval waits", () => {
    expect(stopConsequence(pick("5512be0"), false)).toContain("stops where it stands");
    expect(stopButton(pick("5512be0"), true)).toBe("Abandon 5512be0");
    expect(stopConsequence(pick("c08d3aa"), true)).toBe(
      "c08d3aa stops at once, and what waits in it is given up.",
    );
  });

  it("marks an execution that is stopping already", () => {
    const state = checkoutWeb();
    const first = state.onTheLine[0];
    if (first !== undefined) {
      first.status = "Stopping";
    }
    expect(stoppable(state).map((each) => each.stopping)).toEqual([true, false, false, false, false]);
  });
});
