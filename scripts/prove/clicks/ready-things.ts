import type { Hands } from "../stale/hands";
import type { Thing } from "./verbs";
import type { World } from "./world";

const STEP_MS = 5000;
/** Longer than Ship takes. */
const SHIPPED_MS = 11 * 60_000;

/** Things at which one verb can be pressed with effect, each handed out once. */
export class ReadyThings {
  #ready: Thing[] = [];

  constructor(
    private readonly world: World,
    private readonly hands: Hands,
  ) {}

  /** Answers what waits for this verb; somebody past Pipedeck has brought it there. */
  async for(verb: string): Promise<Thing> {
    switch (verb) {
      case "override":
        return await this.#next(({ kind }) => kind === "ward");
      case "rollback":
        await this.world.pass(SHIPPED_MS);
        return await this.#next(({ good, mode }) => good !== undefined && mode !== "PARALLEL");
      case "retry": {
        const thing = await this.#next(isApart);
        await this.hands.answer(thing.pipeline, thing.executionId, "Rejected");
        await this.world.pass(STEP_MS);
        return thing;
      }
      case "open-transition":
      case "close-transition": {
        const thing = await this.#next(isApart);
        await this.hands.gate(thing.pipeline, "Ship", verb === "close-transition");
        return thing;
      }
      default:
        return await this.#next(isApart);
    }
  }

  async #next(fits: (thing: Thing) => boolean): Promise<Thing> {
    if (!this.#ready.some(fits)) this.#ready = await this.world.release();
    const one = this.#ready.find(fits);
    if (!one) throw new Error("nothing waits");
    this.#ready = this.#ready.filter((thing) => thing !== one);
    return one;
  }
}

/** Executions that do not stand in each other's way. */
function isApart({ kind, mode }: Thing): boolean {
  return kind === "sign" && mode === "PARALLEL";
}
