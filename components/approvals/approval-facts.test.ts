import { describe, expect, it } from "vitest";
import { checkoutWeb } from "@/components/pipelines/checkout-web-fixture";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { type ApprovalFacts, approvalFacts, movedWorld } from "./approval-facts";

function facts(state: PipelineState): ApprovalFacts {
  const found = approvalFacts(state, { stage: "Approve", action: "ship-to-prod" });
  if (found === undefined) {
    throw new Error("no approval waits");
  }
  return found;
}

describe("approvalFacts", () => {
  it("says what would ship, to where, who is right behind and who stands at the closed gate", () => {
    const found = facts(checkoutWeb());
    expect(found.label).toBe("c08d3aa");
    expect(found.destination).toBe("Prod");
    expect(found.behind).toEqual(["7b09f1e"]);
    expect(found.gate).toEqual({ ahead: ["41fa0c7", "5512be0"] });
  });

  it("leads to the same stage when actions follow the approval in it", () => {
    const state = checkoutWeb();
    const stage = state.stages[3];
    const action = stage?.actions[0];
    if (stage !== undefined && action !== undefined) {
      stage.actions.push({ ...action, name: "switch", runOrder: 2, approval: undefined });
    }
    expect(facts(state).destination).toBe("Approve");
    expect(facts(state).gate).toBeUndefined();
  });

  it("tells apart the executions that wait at one action in parallel mode", () => {
    const state = checkoutWeb();
    const action = state.stages[3]?.actions[0];
    const other = state.onTheLine[0];
    if (action?.approval !== undefined && other !== undefined) {
      action.moreApprovals = [{ ...action.approval, executionId: other.id }];
      const place = { stage: "Approve", action: "ship-to-prod" };
      expect(approvalFacts(state, { ...place, executionId: other.id })?.label).toBe("e41c9d2");
      expect(approvalFacts(state, { ...place, executionId: "gone" })?.label).toBe("c08d3aa");
    }
  });

  it("finds nothing where nothing waits", () => {
    expect(approvalFacts(checkoutWeb(), { stage: "Prod", action: "deploy-eu" })).toBeUndefined();
    expect(approvalFacts(checkoutWeb(), { stage: "Nowhere", action: "nothing" })).toBeUndefined();
  });
});

describe("movedWorld", () => {
  it("is undefined while the same execution waits", () => {
    expect(movedWorld(facts(checkoutWeb()), facts(checkoutWeb()))).toBeUndefined();
  });

  it("names the execution that waits now instead", () => {
    const state = checkoutWeb();
    const approval = state.stages[3]?.actions[0]?.approval;
    const behind = state.stages[3]?.inbound[0];
    if (approval !== undefined && behind !== undefined) {
      approval.executionId = behind.executionId;
    }
    expect(movedWorld(facts(checkoutWeb()), facts(state))).toMatchObject({
      text: "7b09f1e waits here now, not c08d3aa. What you read is not what would ship.",
      next: { label: "7b09f1e" },
    });
  });

  it("tells of a newer run that came to wait behind it", () => {
    const state = checkoutWeb();
    const behind = state.stages[3]?.inbound[0];
    if (behind !== undefined) {
      state.stages[3]?.inbound.push({ ...behind, executionId: "came", label: "cafe123" });
    }
    expect(movedWorld(facts(checkoutWeb()), facts(state))).toMatchObject({
      text: expect.stringContaining("A newer run is now waiting: cafe123"),
      next: { label: "c08d3aa" },
    });
    expect(movedWorld(facts(state), facts(checkoutWeb()))).toBeUndefined();
  });

  it("says that nothing waits any more", () => {
    expect(movedWorld(facts(checkoutWeb()), undefined)?.text).toContain("no longer waits here");
  });
});
