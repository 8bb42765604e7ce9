import "server-only";
import { monotonic } from "../clock";
import { AwsReadError } from "../codepipeline/read-aws";

/** What is denied is asked for again this often. */
const AGAIN_MS = 30_000;

/**
 * Reads that a page can do without: when the role lacks the permission, the rest is shown, and it is said which
 * permission is missing.
 */
export class Denials {
  readonly #denied = new Map<string, { error: AwsReadError; mono: number }>();

  /** IAM actions that were denied when last asked for, such as `codepipeline:ListRuleExecutions`. */
  get permissions(): string[] {
    return [...this.#denied.values()].flatMap(({ error }) => error.failure.permission ?? []).sort();
  }

  /** Why a read is denied, by the name of its operation. */
  errorOf(operation: string): AwsReadError | undefined {
    return this.#denied.get(operation)?.error;
  }

  /** Whether something denied is due to be asked for again. */
  get due(): boolean {
    return [...this.#denied.values()].some(({ mono }) => monotonic() - mono >= AGAIN_MS);
  }

  /** What `read` answers, or `instead` while it is denied. Any other failure is thrown as it is. */
  async unless<Output>(operation: string, read: () => Promise<Output>, instead: Output): Promise<Output> {
    const known = this.#denied.get(operation);
    if (known && monotonic() - known.mono < AGAIN_MS) return instead;
    try {
      const output = await read();
      this.#denied.delete(operation);
      return output;
    } catch (error) {
      if (!(error instanceof AwsReadError) || error.failure.kind !== "denied") throw error;
      // Without a permission's name it is the credentials that are not good: then nothing can be read.
      if (error.failure.permission === undefined) throw error;
      this.#denied.set(operation, { error, mono: monotonic() });
      return instead;
    }
  }
}
