import { day, minute } from "../../engine/duration";
import { before, pushBefore, type Scene } from "./scene";

const MINUTES_A_DAY = day / minute;

/** SUPERSEDED: an approval with half an hour left, one execution superseded in front of it, a newer one waiting. */
export const ordersScene: Scene = {
  pushes: 3,
  play(stage) {
    for (const minutes of [75, 45, 24]) pushBefore(stage, minutes);
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
