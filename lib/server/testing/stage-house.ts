import "server-only";
import type { Role } from "@/lib/domain/role";
import { followClock } from "../clock";
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
    process.env.PIPEDECK_CLOCK_URL = world.emulator.url;
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

  /** What a request does before it presses: the server's time is that of this world. */
  async press<T>(press: () => Promise<T>): Promise<T> {
    await followClock();
    return await press();
  }

  async close(): Promise<void> {
    Reflect.deleteProperty(process.env, "PIPEDECK_CLOCK_URL");
    globalThis.pipedeckFollowedClock = undefined;
    await this.house.close();
    for (const remove of this.#removeConfigs) remove();
    await this.world.emulator.stop();
  }
}
