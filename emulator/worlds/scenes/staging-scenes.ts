import { hour, minute, second } from "../../engine/duration";
import { answerApprovals } from "../acme-history";
import type { PersonId } from "../acme-people";
import { FINE_STEPS } from "../fine-steps";
import { before, pushBefore, type Scene } from "./scene";

/** The last push fails in this action and nobody has pushed since. */
export function failedScene(minutesAgo: number, stageName: string, action: string, message: string): Scene {
  return {
    pushes: 2,
    play(stage) {
      const { company, pipeline } = stage;
      pushBefore(stage, minutesAgo + 240);
      pushBefore(stage, minutesAgo, () =>
        company.script(pipeline, stageName, action, {
          status: "Failed",
          durationMs: 3 * minute,
          errorDetails: { code: "JobFailed", message },
        }),
      );
    },
  };
}

/** The last push runs for hours in this action; the others stand behind it. */
export function busyScene(
  stageName: string,
  action: string,
  runsMs: number,
  pushes: readonly number[],
): Scene {
  return {
    pushes: pushes.length,
    play(stage) {
      const { company, pipeline } = stage;
      const [first = 60, ...later] = pushes;
      pushBefore(stage, first, () =>
        company.script(pipeline, stageName, action, { durationMs: runsMs, percentSteps: [...FINE_STEPS] }),
      );
      for (const minutes of later) pushBefore(stage, minutes);
    },
  };
}

/** Pull requests of the last minutes are under way side by side. */
export function pullRequestsScene(stageName: string, action: string, minutesAgo: readonly number[]): Scene {
  return {
    pushes: minutesAgo.length,
    play(stage) {
      const { company, pipeline } = stage;
      for (const minutes of minutesAgo) {
        pushBefore(stage, minutes, () =>
          company.script(pipeline, stageName, action, {
            durationMs: 9 * minute,
            percentSteps: [...FINE_STEPS],
          }),
        );
      }
    },
  };
}

/** Somebody asked for an approval and waits for the answer. */
export function askingScene(minutesAgo: number): Scene {
  return {
    pushes: 2,
    play(stage) {
      const { company, pipeline } = stage;
      pushBefore(stage, minutesAgo + 420);
      before(stage, minutesAgo + 360, () => answerApprovals(company, pipeline, "Approved"));
      pushBefore(stage, minutesAgo);
    },
  };
}

/** The gate into a stage has been closed for `days`; one waits in front of it. */
export function closedScene(days: number, stageName: string, person: PersonId, reason: string): Scene {
  return {
    pushes: 1,
    play(stage) {
      const { company, pipeline } = stage;
      before(stage, days * 24 * 60, () => company.closeTransition(pipeline, stageName, person, reason));
      pushBefore(stage, 380);
    },
  };
}

/** A load test was stopped yesterday; today's was abandoned, as it disturbed others. */
export const performanceScene: Scene = {
  pushes: 2,
  play(stage) {
    const { company, pipeline } = stage;
    const stop = (abandon: boolean, person: PersonId, reason: string) => {
      const [running] = company.live(pipeline);
      if (running) company.stop(pipeline, running.id, person, abandon, reason);
    };
    pushBefore(stage, 1500, () => {
      for (const action of ["black-friday", "flash-sale"])
        company.script(pipeline, "Load", action, { durationMs: 30 * minute });
    });
    before(stage, 1485, () =>
      stop(false, "p.nowak", "Wrong scenario file, restarting with the one of March"),
    );
    pushBefore(stage, 100, () => {
      company.script(pipeline, "Load", "black-friday", { durationMs: 3 * hour });
      company.script(pipeline, "Warm", "fill-carts", { durationMs: 40 * second });
    });
    before(stage, 88, () =>
      stop(true, "h.lindgren", "Staging database is at 98 percent CPU, QA cannot work"),
    );
  },
};
