import "server-only";
import type { AwsFailure } from "../codepipeline/aws-failure";

/** All of them together are tried about once in so long, each of them within ten minutes, milliseconds. */
const TRY_MS = { each: 1500, shortest: 30_000, longest: 600_000 };

/** Pipelines of a target that may not be read, though others of it may: what they cost must not grow with their number. */
export class DeniedAlone {
  readonly #names = new Set<string>();

  /** Milliseconds between two tries of one: the more there are, the longer. */
  get waitMs(): number {
    return Math.min(TRY_MS.longest, Math.max(TRY_MS.shortest, this.#names.size * TRY_MS.each));
  }

  /** After a failure of one. Says whether it is denied alone. */
  failed(name: string, failure: AwsFailure): boolean {
    const isDenied = isDeniedAlone(failure);
    if (isDenied) this.#names.add(name);
    else this.#names.delete(name);
    return isDenied;
  }

  /** After an answer for one. Answers the others when it had been denied: they may be readable by now, too. */
  succeeded(name: string): string[] {
    return this.#names.delete(name) ? [...this.#names] : [];
  }

  forget(name: string): void {
    this.#names.delete(name);
  }
}

/** Whether a denial is of one read; what else AWS denies, such as the role, concerns the whole target. */
export function isDeniedAlone(failure: AwsFailure): boolean {
  return deniedAction(failure) !== undefined;
}

/** The IAM action that is denied for one read alone; undefined of any other failure. */
export function deniedAction({ kind, permission }: AwsFailure): string | undefined {
  return kind === "denied" && permission?.startsWith("codepipeline:") === true ? permission : undefined;
}
