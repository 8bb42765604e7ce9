import { hour } from "../../engine/duration";
import { answerApprovals } from "../acme-history";
import { before, pushBefore, type Scene } from "./scene";

/** Green, after an execution that was cancelled because somebody edited the pipeline under it. */
export const dnsScene: Scene = {
  pushes: 2,
  play(stage) {
    const { company, pipeline } = stage;
    const { stages } = pipeline.declaration;
    const withSlowerCheck = stages.map((each) => ({
      ...each,
      actions: each.actions.map((action) =>
        action.name === "resolve-check"
          ? { ...action, configuration: { ...action.configuration, UserParameters: "resolvers=8" } }
          : action,
      ),
    }));
    pushBefore(stage, 4300);
    before(stage, 4299, () =>
      company.ask(pipeline, "h.lindgren", "UpdatePipeline", {
        pipeline: { ...pipeline.declaration, stages: withSlowerCheck },
      }),
    );
    before(stage, 4280, () => company.release(pipeline, "h.lindgren"));
    pushBefore(stage, 420);
  },
};

/** Green, after an execution that was stopped because its plan was wrong. */
export const networkScene: Scene = {
  pushes: 2,
  play(stage) {
    const { company, pipeline } = stage;
    pushBefore(stage, 1500, () => company.script(pipeline, "Plan", "plan", { durationMs: hour / 4 }));
    before(stage, 1495, () => {
      const running = company.live(pipeline)[0];
      if (running)
        company.stop(
          pipeline,
          running.id,
          "h.lindgren",
          false,
          "Plan deletes the NAT gateway, state is stale",
        );
    });
    pushBefore(stage, 260);
    before(stage, 220, () => answerApprovals(company, pipeline, "Approved"));
  },
};

/**
 * Has not run: its stages got their names three days ago, nobody has pushed since, and what ran before is older
 * than the history that AWS keeps.
 */
export const ssoScene: Scene = {
  pushes: 0,
  play(stage) {
    const { company, pipeline } = stage;
    before(stage, 4200, () =>
      company.ask(pipeline, "p.nowak", "UpdatePipeline", { pipeline: pipeline.declaration }),
    );
  },
};
