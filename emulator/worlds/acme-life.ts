import { hour, minute, second } from "../engine/duration";
import { ServiceError } from "../engine/service-error";
import { answerApprovals, tempt } from "./acme-history";
import type { AcmePipeline } from "./acme-pipeline";
import type { CommitFeed } from "./commit-feed";
import type { Company } from "./company";
import { FINE_STEPS } from "./fine-steps";

/** How a pipeline lives on: pushes at intervals between two lengths of time, while not too much is under way. */
interface Habit {
  fromMs: number;
  toMs: number;
  /** No push while so many executions have not ended. */
  most: number;
  /** So many open approvals are left to whoever looks at the pipeline; without it all are. */
  approvalsLeft?: number;
}

const HABITS: Record<string, Habit> = {
  "media-transcoder": { fromMs: 60 * second, toMs: 100 * second, most: 6, approvalsLeft: 2 },
  "cart-service": { fromMs: 100 * second, toMs: 170 * second, most: 3 },
  "storefront-cdn": { fromMs: 8 * minute, toMs: 16 * minute, most: 1 },
  "search-indexer": { fromMs: 7 * minute, toMs: 14 * minute, most: 1 },
  "payments-gateway": { fromMs: 15 * minute, toMs: 30 * minute, most: 1 },
  "email-templates": { fromMs: 20 * minute, toMs: 45 * minute, most: 1 },
  "loyalty-points": { fromMs: 25 * minute, toMs: 55 * minute, most: 1 },
  "orders-api": { fromMs: 8 * minute, toMs: 13 * minute, most: 4 },
  "checkout-web": { fromMs: 15 * minute, toMs: 25 * minute, most: 5 },
  "catalog-search": { fromMs: 2 * hour, toMs: 4 * hour, most: 2 },
  "ledger-core": { fromMs: 40 * minute, toMs: 80 * minute, most: 1, approvalsLeft: 0 },
  "terraform-network": { fromMs: 2 * hour, toMs: 5 * hour, most: 1, approvalsLeft: 0 },
  "dns-zones": { fromMs: 3 * hour, toMs: 6 * hour, most: 1 },
  "storefront-preview": { fromMs: 4 * minute, toMs: 7 * minute, most: 4 },
  "checkout-staging": { fromMs: 12 * minute, toMs: 25 * minute, most: 1 },
  "docs-site": { fromMs: 25 * minute, toMs: 50 * minute, most: 1 },
  "shipping-quotes": { fromMs: 40 * minute, toMs: 80 * minute, most: 1 },
  "design-system": { fromMs: 30 * minute, toMs: 60 * minute, most: 2 },
  "feature-flags": { fromMs: hour, toMs: 2 * hour, most: 1 },
  "help-center": { fromMs: 90 * minute, toMs: 3 * hour, most: 1 },
  "catalog-import": { fromMs: 2 * hour, toMs: 4 * hour, most: 1 },
};

const FAILING_PERCENT = 4;
const SOONEST_MS = 4 * second;
const LONG_JUMP_MS = 3 * hour;
const CALM_FACTOR = 10;

/** People answer what is asked beyond the approvals that are left to others, oldest first. */
function answerSome(company: Company, pipeline: AcmePipeline, left: number): void {
  const waiting = company.waitingApprovals(pipeline);
  if (waiting.length <= left) return;
  if (left === 0) {
    answerApprovals(company, pipeline, "Approved");
    return;
  }
  for (const each of waiting.slice(0, waiting.length - left)) {
    company.answer(pipeline, each, "c.moreau", "Approved", "Samples compared side by side.");
  }
}

/** One look at the pipeline: answers what waits, and pushes unless much is under way. */
function workOn(company: Company, pipeline: AcmePipeline, feed: CommitFeed, habit: Habit): void {
  if (habit.approvalsLeft !== undefined) answerSome(company, pipeline, habit.approvalsLeft);
  if (company.live(pipeline).length >= habit.most) return;
  tempt(company, pipeline, FAILING_PERCENT);
  company.push(pipeline, feed.next());
}

/** Whoever uses the emulator may delete or rebuild a pipeline; people whose request is refused then leave it at that. */
function unlessRefused(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
}

/** The everyday of a company after `now`; it goes on for as long as the world runs. */
export class Life {
  private readonly company: Company;
  private calmUntil = Number.NEGATIVE_INFINITY;

  /** From now on people push, approve and now and then fail, in emulated time. */
  constructor(company: Company, feeds: ReadonlyMap<AcmePipeline, CommitFeed>) {
    this.company = company;
    company.beginChapter("life");
    for (const [pipeline, feed] of feeds) {
      const habit = HABITS[pipeline.declaration.name];
      if (habit)
        this.goOn(pipeline, feed, habit, company.chanceOf(pipeline).between(SOONEST_MS, habit.fromMs));
    }
    for (const pipeline of ["media-transcoder", "cart-service", "storefront-cdn", "storefront-preview"]) {
      company.world.outcomes.add({ pipeline, percentSteps: [...FINE_STEPS] });
    }
  }

  /** A jump to `instant` (epoch ms) is about to happen: a long way is lived through with fewer pushes. */
  expectJump(instant: number): void {
    if (instant - this.company.world.now > LONG_JUMP_MS) this.calmUntil = instant - hour;
  }

  private pauseAfter(pipeline: AcmePipeline, now: number, { fromMs, toMs }: Habit): number {
    const pause = this.company.chanceOf(pipeline).between(fromMs, toMs);
    return now >= this.calmUntil
      ? pause
      : Math.max(pause, Math.min(pause * CALM_FACTOR, this.calmUntil - now));
  }

  private goOn(pipeline: AcmePipeline, feed: CommitFeed, habit: Habit, pauseMs: number): void {
    const { company } = this;
    company.at(company.world.now + pauseMs, () => {
      unlessRefused(() => workOn(company, pipeline, feed, habit));
      this.goOn(pipeline, feed, habit, this.pauseAfter(pipeline, company.world.now, habit));
    });
  }
}
