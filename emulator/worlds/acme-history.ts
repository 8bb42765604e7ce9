import { day, hour, minute } from "../engine/duration";
import type { AcmePipeline } from "./acme-pipeline";
import type { CommitFeed } from "./commit-feed";
import type { Company } from "./company";

const APPROVALS = [
  "Checked on staging.",
  "Dashboards are calm, go.",
  "Tried it by hand, works.",
  "Error budget is fine.",
  "Agreed in stand-up.",
  "",
] as const;
const REJECTIONS = [
  "Not before the campaign ends on Sunday.",
  "Staging shows a layout jump on small phones.",
  "Wait for the fix of the price rounding.",
] as const;
const FAILING_PERCENT = 9;
const REJECTED_PERCENT = 5;
const RELEASED_BY_HAND_PERCENT = 6;

/** Instants (epoch ms, ascending) of a pipeline's pushes: working hours, few at the weekend. */
export function pushInstants(
  company: Company,
  pipeline: AcmePipeline,
  from: number,
  until: number,
): number[] {
  const random = company.chanceOf(pipeline);
  const instants: number[] = [];
  for (let midnight = from - (from % day); midnight < until; midnight += day) {
    const weekday = new Date(midnight).getUTCDay();
    const share = weekday === 0 || weekday === 6 ? 0.15 : 1;
    const wanted = Math.round(pipeline.perDay * share * 100);
    const pushes = Math.floor(wanted / 100) + (random.between(0, 99) < wanted % 100 ? 1 : 0);
    for (let count = 0; count < pushes; count += 1) {
      instants.push(midnight + random.between(7 * hour, 17 * hour));
    }
  }
  return instants.filter((at) => at > from && at < until).sort((left, right) => left - right);
}

/** Answers every open approval of a pipeline, now and then with a no. */
export function answerApprovals(
  company: Company,
  pipeline: AcmePipeline,
  always: "Approved" | undefined,
): void {
  const random = company.chanceOf(pipeline);
  for (const waiting of company.waitingApprovals(pipeline)) {
    const rejected = always === undefined && random.between(1, 100) <= REJECTED_PERCENT;
    const person = company.somebody(pipeline);
    if (rejected) company.answer(pipeline, waiting, person, "Rejected", random.pick(REJECTIONS));
    else company.answer(pipeline, waiting, person, "Approved", random.pick(APPROVALS));
  }
}

/** Now and then what is pushed next fails where this pipeline tends to fail. */
export function tempt(company: Company, pipeline: AcmePipeline, percent: number): void {
  const { mischances } = pipeline;
  const chosen = mischances[company.chanceOf(pipeline).between(0, mischances.length - 1)];
  if (chosen === undefined || company.chanceOf(pipeline).between(1, 100) > percent) return;
  const { stage, action, code, message } = chosen;
  company.script(pipeline, stage, action, { status: "Failed", errorDetails: { code, message } });
}

/** Plans what arrives at the other sources of a pipeline, a week apart. */
export function planSideSources(
  company: Company,
  pipeline: AcmePipeline,
  createdAt: number,
  until: number,
): void {
  for (const { action, messages } of pipeline.sideSources ?? []) {
    messages.forEach((summary, index) => {
      const at = createdAt + 3 * hour + index * 6.7 * day;
      if (at < until) company.at(at, () => company.deliver(pipeline, action, summary));
    });
  }
}

/** How long after a push somebody looks at it, in minutes: in time for the shortest approval. */
function answerMinutes({ declaration }: AcmePipeline): [number, number] {
  const timeouts = declaration.stages.flatMap(({ actions }) =>
    actions.map(({ timeoutInMinutes }) => timeoutInMinutes ?? Number.POSITIVE_INFINITY),
  );
  const shortest = Math.min(...timeouts);
  return [Math.min(20, shortest / 2), Math.min(80, shortest)];
}

/** Plans the pushes of a pipeline at `instants` and the answers to what they ask. */
export function planHistory(
  company: Company,
  pipeline: AcmePipeline,
  feed: CommitFeed,
  instants: readonly number[],
): void {
  const random = company.chanceOf(pipeline);
  const [soonest, latest] = answerMinutes(pipeline);
  for (const at of instants) {
    company.at(at, () => {
      tempt(company, pipeline, FAILING_PERCENT);
      company.push(pipeline, feed.next());
    });
    company.at(at + random.between(soonest * minute, latest * minute), () =>
      answerApprovals(company, pipeline, undefined),
    );
    if (random.between(1, 100) > RELEASED_BY_HAND_PERCENT) continue;
    company.at(at + 2 * hour, () => company.release(pipeline, company.somebody(pipeline)));
  }
}
