import { minute } from "../../engine/duration";
import { before, pushBefore, type Scene } from "./scene";

/** A deployment that failed two hours ago and was rolled back without anybody's doing. */
export const rolledBackByItselfScene: Scene = {
  pushes: 2,
  play(stage) {
    const { company, pipeline } = stage;
    pushBefore(stage, 420);
    pushBefore(stage, 130, () =>
      company.script(pipeline, "Prod", "compare-prices", {
        status: "Failed",
        durationMs: 2 * minute,
        errorDetails: {
          code: "JobFailed",
          message: "312 of 40,000 prices differ from the price book, first 8710-CZK: 1,290 instead of 129.",
        },
      }),
    );
  },
};

/** Everything went green, then somebody looked at the graphs and brought production back. */
export const rolledBackByHandScene: Scene = {
  pushes: 2,
  play(stage) {
    const { company, pipeline } = stage;
    pushBefore(stage, 300);
    pushBefore(stage, 95);
    before(stage, 48, () => {
      const [, wentWell] = company.recent(pipeline);
      if (wentWell) company.rollBack(pipeline, "Prod", wentWell.id, "k.osei");
    });
  },
};

/** An alarm kept a release out; somebody knew why it rang and let it in. */
export const overriddenScene: Scene = {
  pushes: 2,
  play(stage) {
    const { company, pipeline } = stage;
    pushBefore(stage, 700);
    pushBefore(stage, 110, () =>
      company.scriptRule(pipeline, "Prod", "redeem-errors", { status: "Failed", durationMs: 5 * minute }),
    );
    before(stage, 72, () => {
      const [kept] = company.recent(pipeline);
      if (kept) company.overrideEntry(pipeline, "Prod", kept.id, "d.oconnell");
    });
  },
};

/** Waits for the time between two shifts; one that came later waits behind it. */
export const windowScene: Scene = {
  pushes: 2,
  play(stage) {
    pushBefore(stage, 205);
    pushBefore(stage, 64);
  },
};

/** A test in staging failed and went through when somebody ran it again. */
export const retriedByHandScene: Scene = {
  pushes: 2,
  play(stage) {
    const { company, pipeline } = stage;
    pushBefore(stage, 390);
    pushBefore(stage, 84, () =>
      company.script(pipeline, "Staging", "browser-tests", {
        status: "Failed",
        durationMs: 4 * minute,
        errorDetails: {
          code: "JobFailed",
          message: "Build terminated with state: FAILED. The sandbox of the courier did not answer in 30 s.",
        },
      }),
    );
    before(stage, 66, () => {
      const [failed] = company.recent(pipeline);
      if (failed) company.retry(pipeline, "Staging", failed.id, "n.haddad");
    });
  },
};

/** A test failed once and was run again without anybody's doing. */
export const retriedByItselfScene: Scene = {
  pushes: 2,
  play(stage) {
    const { company, pipeline } = stage;
    pushBefore(stage, 600);
    pushBefore(stage, 42, () =>
      company.script(pipeline, "Shadow", "replay-orders", {
        status: "Failed",
        durationMs: 3 * minute,
        errorDetails: {
          code: "JobFailed",
          message: "Build terminated with state: FAILED. The feature store refused the connection.",
        },
      }),
    );
  },
};

/** An alarm of the canary keeps a release out of production; nobody has decided yet. */
export const keptOutScene: Scene = {
  pushes: 2,
  play(stage) {
    const { company, pipeline } = stage;
    pushBefore(stage, 900);
    pushBefore(stage, 75, () =>
      company.scriptRule(pipeline, "Prod", "canary-is-healthy", {
        status: "Failed",
        durationMs: 10 * minute,
      }),
    );
  },
};
