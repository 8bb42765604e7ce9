import type { CallContext } from "../engine/call-context";
import type { Pipeline } from "../engine/record";
import { percentsShown } from "../engine/views/percents-shown";
import type { World } from "../engine/world";
import { execute } from "./execute";

const MOST_KEPT = 1000;

interface Rendering {
  /** What the pipeline and its world had counted then. */
  changes: number;
  percents: string;
  json: Buffer;
}

/** Answers of GetPipelineState as bytes of JSON, kept until the pipeline changes; at most 1,000. */
export class RenderedStates {
  readonly #kept = new Map<Pipeline, Rendering>();

  /** The answer at the world's `now`. Throws ServiceError as the operation does. */
  answer(world: World, ctx: CallContext, input: Record<string, unknown>): Buffer {
    const { name } = input;
    const pipeline =
      typeof name === "string" ? world.region(ctx.account, ctx.region).pipeline(name) : undefined;
    if (!pipeline) return render(world, ctx, input);
    // Both only grow, so their sum is new after every change of either.
    const changes = world.changes + pipeline.changes;
    const percents = percentsShown(pipeline, world.now);
    const kept = this.#kept.get(pipeline);
    if (kept?.changes === changes && kept.percents === percents) return kept.json;
    const json = render(world, ctx, input);
    this.#keep(pipeline, { changes, percents, json });
    return json;
  }

  #keep(pipeline: Pipeline, rendering: Rendering): void {
    const oldest = this.#kept.keys().next();
    if (this.#kept.size >= MOST_KEPT && !this.#kept.has(pipeline) && !oldest.done)
      this.#kept.delete(oldest.value);
    this.#kept.set(pipeline, rendering);
  }
}

function render(world: World, ctx: CallContext, input: unknown): Buffer {
  return Buffer.from(JSON.stringify(execute(world, ctx, "GetPipelineState", input)));
}
