import { minute } from "../../engine/duration";
import type { AcmePipeline } from "../acme-pipeline";
import type { CommitFeed } from "../commit-feed";
import type { Company } from "../company";

/** What a scene plays with; times are minutes before `now`. */
export interface SceneStage {
  company: Company;
  pipeline: AcmePipeline;
  feed: CommitFeed;
  /** Epoch milliseconds the world will end up at. */
  now: number;
}

/** The end of a pipeline's past: what leads to the state it shows at `now`. */
export interface Scene {
  /** Commits the scene pushes, so that they carry the newest messages. */
  pushes: number;
  play(stage: SceneStage): void;
}

/** Plans `run` for `minutes` before now. */
export function before(stage: SceneStage, minutes: number, run: () => void): void {
  stage.company.at(stage.now - Math.round(minutes * minute), run);
}

/** Plans a push for `minutes` before now; `prepare` scripts how it will go. */
export function pushBefore(stage: SceneStage, minutes: number, prepare?: () => void): void {
  before(stage, minutes, () => {
    prepare?.();
    stage.company.push(stage.pipeline, stage.feed.next());
  });
}
