import type { ActionTypeId } from "../declaration";
import { second } from "../duration";
import type { Job, JobKeeper } from "../record";

/** A job that was handed out and not acknowledged is handed out again after this time. */
const offerAgainMs = 30 * second;
/** So many of the jobs that ended last are remembered. */
const endedKept = 10_000;

function keyOf({ category, provider, version }: ActionTypeId): string {
  return `${category} ${provider} ${version}`;
}

/** The jobs of one account, or of all partners, in one region. */
export class JobBook implements JobKeeper {
  readonly #byId = new Map<string, Job>();
  /** Jobs nobody has acknowledged, oldest first, by the type of their action. */
  readonly #waiting = new Map<string, Set<Job>>();
  readonly #ended = new Set<Job>();

  #waitingLike(type: ActionTypeId): Set<Job> {
    const known = this.#waiting.get(keyOf(type));
    if (known) return known;
    const fresh = new Set<Job>();
    this.#waiting.set(keyOf(type), fresh);
    return fresh;
  }

  find(id: string): Job | undefined {
    return this.#byId.get(id);
  }

  add(job: Job): void {
    this.#byId.set(job.id, job);
    this.#waitingLike(job.run.declaration.actionTypeId).add(job);
  }

  /** Hands out up to `most` jobs for actions of a type, oldest first, at `now` (epoch ms). */
  offer(type: ActionTypeId, most: number, now: number, wanted: (job: Job) => boolean): Job[] {
    const offered: Job[] = [];
    for (const job of this.#waiting.get(keyOf(type)) ?? []) {
      if (offered.length >= most) break;
      if ((job.status === "Dispatched" && now < job.offeredAt + offerAgainMs) || !wanted(job)) continue;
      job.status = "Dispatched";
      job.nonce += 1;
      job.offeredAt = now;
      offered.push(job);
    }
    return offered;
  }

  take(job: Job): void {
    job.status = "InProgress";
    job.nonce += 1;
    this.#waitingLike(job.run.declaration.actionTypeId).delete(job);
  }

  end(job: Job): void {
    job.status = "Ended";
    job.nonce += 1;
    this.#waitingLike(job.run.declaration.actionTypeId).delete(job);
    this.#ended.add(job);
    if (this.#ended.size <= endedKept) return;
    for (const oldest of this.#ended) {
      this.#ended.delete(oldest);
      this.#byId.delete(oldest.id);
      return;
    }
  }
}
