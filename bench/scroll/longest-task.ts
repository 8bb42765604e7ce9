import type { CDPSession } from "@playwright/test";

/** The longest task of a page's main thread: by the clock, and the processor time of the one that took most of it. */
export type LongestTask = { wallMs: number; cpuMs: number; over50: number };

type TraceEvent = { name: string; pid: number; tid: number; dur?: number; tdur?: number; args?: unknown };

/** Notes every task of the page's main thread, as the browser itself traces them, while `work` is done. */
export async function longestTask(input: CDPSession, work: () => Promise<void>): Promise<LongestTask> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => {
    for (const one of value) if (isTraceEvent(one)) events.push(one);
  };
  input.on("Tracing.dataCollected", collect);
  await input.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["disabled-by-default-devtools.timeline"], excludedCategories: ["*"] },
  });
  await work();
  const complete = new Promise<void>((resolve) => input.once("Tracing.tracingComplete", () => resolve()));
  await input.send("Tracing.end");
  await complete;
  input.off("Tracing.dataCollected", collect);
  return longestOf(events);
}

/** Times of a trace are microseconds. */
export function longestOf(events: readonly TraceEvent[]): LongestTask {
  const threads = new Map<string, { total: number; longest: LongestTask }>();
  for (const { name, pid, tid, dur = 0, tdur = 0 } of events) {
    if (name !== "RunTask") continue;
    const id = `${pid}/${tid}`;
    const { total, longest } = threads.get(id) ?? { total: 0, longest: { wallMs: 0, cpuMs: 0, over50: 0 } };
    threads.set(id, {
      total: total + dur,
      longest: {
        wallMs: Math.max(longest.wallMs, dur / 1000),
        cpuMs: Math.max(longest.cpuMs, tdur / 1000),
        over50: longest.over50 + (dur > 50_000 ? 1 : 0),
      },
    });
  }
  // The browser's own pages have a main thread as well; they are idle.
  const mains = events.filter(isMainThread).map(({ pid, tid }) => threads.get(`${pid}/${tid}`));
  const busiest = mains.reduce((a, b) => ((b?.total ?? 0) > (a?.total ?? 0) ? b : a), undefined);
  if (!busiest) throw new Error("The trace has no task of a page's main thread.");
  return busiest.longest;
}

function isMainThread({ name, args }: TraceEvent): boolean {
  return name === "thread_name" && JSON.stringify(args).includes('"CrRendererMain"');
}

function isTraceEvent(value: object): value is TraceEvent {
  return "name" in value && "pid" in value && "tid" in value;
}
