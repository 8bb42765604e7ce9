import "server-only";
import { type AwsPipeline, getPipeline } from "../codepipeline/get-pipeline";
import type { TargetConfig } from "../config/config";
import { keepNewest } from "./keep-newest";
import { KeptRead } from "./kept-read";

/** How old a declaration may get while its version stays the same. */
const LIMIT_MS = 30_000;
/** Declarations kept; the one nobody has asked for longest goes first. */
const MOST_KEPT = 50;

/** Declarations of a target that another process watches: what that one found does not hold them. */
export class DeclarationReads {
  readonly #reads = new Map<string, KeptRead<AwsPipeline>>();

  constructor(private readonly target: TargetConfig) {}

  /** The declaration of a pipeline whose newest version is `version`, as far as anybody knows. */
  of(name: string, version: number | undefined): KeptRead<AwsPipeline> {
    const known = this.#reads.get(name);
    if (known && (known.known?.pipeline?.version ?? 0) < (version ?? 0)) known.doubt();
    const read =
      known ??
      new KeptRead(
        () => getPipeline(this.target, name),
        () => LIMIT_MS,
      );
    return keepNewest(this.#reads, name, read, MOST_KEPT);
  }
}
