import "server-only";
import type { Role } from "@/lib/domain/person";
import { writeConfig } from "./config-file";
import { openHouse, type TestHouse } from "./house";
import { signInAs } from "./session";
import { type StageParts, StageWorld } from "./stage-world";

/** A house over a StageWorld, target `dev-eu`. */
export class StageHouse {
  readonly #removeConfigs: Array<() => void> = [];

  private constructor(
    readonly world: StageWorld,
    readonly house: TestHouse,
    /** Of an operator. */
    readonly cookie: string,
  ) {}

  static async open(): Promise<StageHouse> {
    const world = await StageWorld.start();
    const house = await openHouse([world.target("dev-eu")]);
    return new StageHouse(world, house, (await signInAs("operator")).cookie);
  }

  /** A pipeline, under a configuration read anew: otherwise the list of pipelines may be some seconds old. */
  async pipeline(parts?: StageParts): Promise<string> {
    const pipeline = await this.world.pipeline(parts);
    this.#removeConfigs.push(writeConfig([this.world.target("dev-eu", [`${pipeline}*`])]));
    return pipeline;
  }

  async cookieOf(role: Role): Promise<string> {
    return (await signInAs(role)).cookie;
  }

  async close(): Promise<void> {
    await this.house.close();
    for (const remove of this.#removeConfigs) remove();
    await this.world.emulator.stop();
  }
}
