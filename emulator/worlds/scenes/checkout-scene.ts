import { minute, second } from "../../engine/duration";
import type { PersonId } from "../acme-people";
import { FINE_STEPS } from "../fine-steps";
import { before, pushBefore, type Scene, type SceneStage } from "./scene";

function approveFirst({ company, pipeline }: SceneStage, person: PersonId, summary: string): void {
  const waiting = company.waitingApprovals(pipeline)[0];
  if (waiting) company.answer(pipeline, waiting, person, "Approved", summary);
}

function failDeployment({ company, pipeline }: SceneStage): void {
  company.script(pipeline, "Prod", "deploy-eu", {
    status: "Failed",
    durationMs: 5 * minute,
    errorDetails: {
      code: "JobFailed",
      message:
        "Stack checkout-web-eu went to UPDATE_ROLLBACK_COMPLETE: TaskService: 3 of 6 tasks failed health check /healthz (503) and the deployment circuit breaker was triggered.",
    },
  });
}

function slowUnitTests({ company, pipeline }: SceneStage): void {
  company.script(pipeline, "Build", "compile", { durationMs: 100 * second });
  company.script(pipeline, "Build", "unit-tests", {
    durationMs: 6 * minute,
    percentSteps: [...FINE_STEPS],
  });
}

/**
 * QUEUED: the deployment to production failed, the gate into it was closed, two approved executions stand behind
 * it, one asks for approval, one waits for its turn to ask, one builds.
 */
export const checkoutScene: Scene = {
  pushes: 7,
  play(stage) {
    const { company, pipeline } = stage;
    pushBefore(stage, 600);
    before(stage, 560, () => approveFirst(stage, "s.ferreira", "Tried the basket on three phones."));
    pushBefore(stage, 220);
    for (const minutes of [180, 150, 110, 60]) pushBefore(stage, minutes);
    before(stage, 25, () => {
      failDeployment(stage);
      approveFirst(stage, "k.osei", "Staging is green, shipping.");
    });
    before(stage, 15, () =>
      company.closeTransition(pipeline, "Prod", "m.okafor", "5xx after the health check change. See INC-481"),
    );
    before(stage, 12, () => approveFirst(stage, "s.ferreira", "Fine on staging."));
    before(stage, 9, () => approveFirst(stage, "n.haddad", "VAT compared with twelve invoices."));
    pushBefore(stage, 6, () => slowUnitTests(stage));
  },
};
