import { day, minute, second } from "../../engine/duration";
import { before, pushBefore, type Scene, type SceneStage } from "./scene";

const MINUTES_A_DAY = day / minute;

/** What a push to orders-api goes through before it asks for approval takes five minutes. */
function straightToApproval({ company, pipeline }: SceneStage): void {
  for (const [stage, action] of [
    ["Build", "image"],
    ["Build", "contract-tests"],
    ["Staging", "deploy-staging"],
    ["Staging", "integration"],
  ] as const) {
    company.script(pipeline, stage, action, { durationMs: 90 * second });
  }
}

/**
 * SUPERSEDED: an approval with less than half an hour left, one execution superseded in front of it, a newer one
 * waiting. Approvals of this pipeline are never open for longer, so one is always about to expire.
 */
export const ordersScene: Scene = {
  pushes: 3,
  play(stage) {
    for (const minutes of [16, 11, 6]) pushBefore(stage, minutes, () => straightToApproval(stage));
  },
};

/** SUPERSEDED: the gate into production has been closed for weeks; the newest commit stands behind it. */
export const catalogScene: Scene = {
  pushes: 1,
  play(stage) {
    const { company, pipeline } = stage;
    before(stage, 26 * MINUTES_A_DAY, () =>
      company.closeTransition(pipeline, "Prod", "m.okafor", "Index rebuild. Ask m.okafor before opening."),
    );
    pushBefore(stage, 140);
  },
};
