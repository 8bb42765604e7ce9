import "server-only";
import type { Registry } from "prom-client";
import { now } from "../clock";
import { getHub } from "../live/get-hub";
import { type TargetHealth, targetHealth } from "./target-health";

/** One figure of a metric, with its labels. */
interface Sample {
  labels: Record<string, string>;
  value: number;
}

interface Metric {
  kind: "gauge" | "counter";
  help: string;
  labels: readonly string[];
  samples: (targets: readonly TargetHealth[]) => Sample[];
}

const TARGET = ["target"] as const;
const CALL = ["target", "operation", "outcome"] as const;

/** Every figure of ours, by its name. */
const METRICS: Readonly<Record<string, Metric>> = {
  pipedeck_target_age_seconds: {
    kind: "gauge",
    help: "Age of the oldest state shown of a target; absent before the first",
    labels: TARGET,
    samples: each(({ freshness }) =>
      freshness.asOf === null ? undefined : Math.max(0, (now() - Date.parse(freshness.asOf)) / 1000),
    ),
  },
  pipedeck_target_freshness: {
    kind: "gauge",
    help: "1 for the kind of freshness a target has",
    labels: ["target", "kind"],
    samples: (targets) =>
      targets.map(({ target, freshness }) => ({
        labels: { target: target.id, kind: freshness.kind },
        value: 1,
      })),
  },
  pipedeck_target_pipelines: {
    kind: "gauge",
    help: "Pipelines known of a target; absent until its list was read",
    labels: TARGET,
    samples: each(({ pipelines }) => pipelines ?? undefined),
  },
  pipedeck_budget_requests_per_second: {
    kind: "gauge",
    help: "Requests a second that a target is asked at most, at present",
    labels: TARGET,
    samples: each(({ requestsPerSecond }) => requestsPerSecond),
  },
  pipedeck_aws_requests_total: {
    kind: "counter",
    help: "Calls to CodePipeline",
    labels: CALL,
    samples: eachCall(({ calls }) => calls),
  },
  pipedeck_aws_request_seconds_total: {
    kind: "counter",
    help: "From sending a call to its answer, added up",
    labels: CALL,
    samples: eachCall(({ totalMs }) => totalMs / 1000),
  },
  pipedeck_queue_lag_seconds: {
    kind: "gauge",
    help: "From the newest event happening to its being received",
    labels: TARGET,
    samples: each(({ queue }) => (queue?.lagMs == null ? undefined : queue.lagMs / 1000)),
  },
  pipedeck_queue_answered_age_seconds: {
    kind: "gauge",
    help: "Since the event queue of a target last answered",
    labels: TARGET,
    samples: each(({ queue }) =>
      queue?.answeredAtMs == null ? undefined : Math.max(0, (now() - queue.answeredAtMs) / 1000),
    ),
  },
  pipedeck_queue_messages_total: {
    kind: "counter",
    help: "Messages received from the event queue of a target: events, events that had come before, and others",
    labels: ["target", "kind"],
    samples: (targets) =>
      targets.flatMap(({ target, queue }) =>
        queue === undefined
          ? []
          : (["events", "repeated", "unreadable"] as const).map((kind) => ({
              labels: { target: target.id, kind },
              value: queue[kind],
            })),
      ),
  },
  pipedeck_live_streams: {
    kind: "gauge",
    help: "Streams open to browsers",
    labels: [],
    samples: () => [{ labels: {}, value: getHub().size }],
  },
};

declare global {
  /** Node's own figures: what measures them goes on between scrapes, so there is one for the process. */
  var pipedeckProcessMetrics: Registry | undefined;
}

/**
 * The state of this process in Prometheus' text format: the figures above for each target, and Node's own. The package
 * that writes it is loaded with the first scrape. Asks AWS nothing.
 */
export async function readMetrics(): Promise<{ contentType: string; text: string }> {
  const { collectDefaultMetrics, Counter, Gauge, Registry } = await import("prom-client");
  if (globalThis.pipedeckProcessMetrics === undefined) {
    globalThis.pipedeckProcessMetrics = new Registry();
    collectDefaultMetrics({ register: globalThis.pipedeckProcessMetrics });
  }
  const ours = new Registry();
  const targets = targetHealth();
  for (const [name, { kind, help, labels, samples }] of Object.entries(METRICS)) {
    const settings = { name, help, labelNames: [...labels], registers: [ours] };
    const gauge = kind === "gauge" ? new Gauge(settings) : undefined;
    const counter = kind === "counter" ? new Counter(settings) : undefined;
    for (const sample of samples(targets)) {
      gauge?.set(sample.labels, sample.value);
      counter?.inc(sample.labels, sample.value);
    }
  }
  const text = await Registry.merge([ours, globalThis.pipedeckProcessMetrics]).metrics();
  return { contentType: ours.contentType, text };
}

function each(value: (of: TargetHealth) => number | undefined): Metric["samples"] {
  return (targets) =>
    targets.flatMap((health) => {
      const known = value(health);
      return known === undefined ? [] : [{ labels: { target: health.target.id }, value: known }];
    });
}

function eachCall(value: (of: TargetHealth["calls"][number]) => number): Metric["samples"] {
  return (targets) =>
    targets.flatMap(({ target, calls }) =>
      calls.map((call) => ({
        labels: { target: target.id, operation: call.operation, outcome: call.outcome },
        value: value(call),
      })),
    );
}
