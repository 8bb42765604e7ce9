import { hour, minute, second } from "../../engine/duration";
import { FINE_STEPS } from "../fine-steps";
import { before, pushBefore, type Scene } from "./scene";

/** QUEUED and running: a deployment that tells how far it is. */
export const cartScene: Scene = {
  pushes: 2,
  play(stage) {
    const { company, pipeline } = stage;
    pushBefore(stage, 130);
    pushBefore(stage, 7, () => {
      company.script(pipeline, "Build", "image", { durationMs: 80 * second });
      company.script(pipeline, "Build", "unit-tests", { durationMs: 110 * second });
      company.script(pipeline, "Integration", "deploy-dev", {
        durationMs: 10 * minute,
        percentSteps: [...FINE_STEPS],
      });
    });
  },
};

/** PARALLEL: three executions at once, the oldest asks for approval. */
export const mediaScene: Scene = {
  pushes: 4,
  play(stage) {
    const { company, pipeline } = stage;
    pushBefore(stage, 400);
    before(stage, 360, () => {
      for (const waiting of company.waitingApprovals(pipeline)) {
        company.answer(pipeline, waiting, "c.moreau", "Approved", "Skin tones are right again.");
      }
    });
    pushBefore(stage, 32);
    for (const [minutes, encodeMs] of [
      [5, 9 * minute],
      [2, 8 * minute],
    ] as const) {
      pushBefore(stage, minutes, () => {
        company.script(pipeline, "Encode", "h264", {
          durationMs: encodeMs / 2,
          percentSteps: [...FINE_STEPS],
        });
        company.script(pipeline, "Encode", "av1", { durationMs: encodeMs, percentSteps: [...FINE_STEPS] });
      });
    }
  },
};

/** QUEUED: one execution was stopped two days ago, one is stopping for hours, two wait for its stage. */
export const goldenAmiScene: Scene = {
  pushes: 4,
  play(stage) {
    const { company, pipeline } = stage;
    const stopNewest = (reason: string) => {
      const oldest = company.live(pipeline).at(-1);
      if (oldest) company.stop(pipeline, oldest.id, "j.tanaka", false, reason);
    };
    pushBefore(stage, 2890, () => company.script(pipeline, "Bake", "bake-arm", { durationMs: 20 * minute }));
    before(stage, 2880, () => stopNewest("Packer cache is full, trying again after the clean-up"));
    pushBefore(stage, 80, () => {
      company.script(pipeline, "Bake", "bake-x86", { durationMs: 7 * hour, percentSteps: [...FINE_STEPS] });
      company.script(pipeline, "Bake", "bake-arm", { durationMs: 8 * hour, percentSteps: [...FINE_STEPS] });
    });
    pushBefore(stage, 50);
    pushBefore(stage, 28);
    before(stage, 12, () =>
      stopNewest("Wrong base image: the kernel breaks the disk driver on the batch fleet"),
    );
  },
};

/** SUPERSEDED and green, after a deployment that was abandoned yesterday. */
export const loyaltyScene: Scene = {
  pushes: 2,
  play(stage) {
    const { company, pipeline } = stage;
    pushBefore(stage, 1300, () => company.script(pipeline, "Deploy", "rollout", { durationMs: 3 * hour }));
    before(stage, 1250, () => {
      const hanging = company.live(pipeline)[0];
      if (hanging)
        company.stop(
          pipeline,
          hanging.id,
          "l.duarte",
          true,
          "Rollout hangs on one host, draining it by hand",
        );
    });
    pushBefore(stage, 480);
  },
};
