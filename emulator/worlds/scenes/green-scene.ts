import { answerApprovals } from "../acme-history";
import { before, pushBefore, type Scene } from "./scene";

/** The last push, so many minutes before now, goes through; what it asks is answered. */
export function greenScene(minutesAgo: number): Scene {
  return {
    pushes: 1,
    play(stage) {
      pushBefore(stage, minutesAgo);
      for (const later of [40, 60]) {
        if (minutesAgo > later) {
          before(stage, minutesAgo - later, () => answerApprovals(stage.company, stage.pipeline, "Approved"));
        }
      }
    },
  };
}
