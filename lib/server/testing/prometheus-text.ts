import "server-only";

/** One figure of a metric. */
export interface PrometheusSample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** A metric with what the text says about it. */
export interface PrometheusMetric {
  help: string;
  type: string;
  samples: PrometheusSample[];
}

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/;
/** A label at the start of a text: backslash, quote and line feed stand in it escaped alone. */
const LABEL = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"(?:,|$)/;
/** What the samples of these types may be called besides the metric's own name. */
const SUFFIXES: Record<string, readonly string[]> = {
  counter: [""],
  gauge: [""],
  histogram: ["_bucket", "_sum", "_count"],
  summary: ["", "_sum", "_count"],
};

/**
 * Prometheus' text format 0.0.4, read line by line as strictly as it is written: HELP, then TYPE, then the metric's
 * samples, each metric in one place and each sample once. Throws an Error naming the line that is not so.
 */
export function readPrometheusText(text: string): Map<string, PrometheusMetric> {
  if (!text.endsWith("\n")) throw new Error("the last line does not end");
  const metrics = new Map<string, PrometheusMetric>();
  const seen = new Set<string>();
  let current = "";
  for (const line of text.slice(0, -1).split("\n")) {
    if (line === "") continue;
    const fail = (why: string) => new Error(`${why}: ${line}`);
    const [, keyword, name = "", rest = ""] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
    if (keyword === "HELP") {
      if (!NAME.test(name) || metrics.has(name)) throw fail("no new metric");
      metrics.set(name, { help: rest, type: "", samples: [] });
      current = name;
      continue;
    }
    const metric = metrics.get(current);
    if (metric === undefined) throw fail("before any HELP");
    if (keyword === "TYPE") {
      if (name !== current || metric.type !== "" || !Object.hasOwn(SUFFIXES, rest))
        throw fail("no good TYPE");
      metric.type = rest;
      continue;
    }
    const sample = readSample(line);
    if (sample === null) throw fail("neither HELP, TYPE nor a sample");
    const allowed = (SUFFIXES[metric.type] ?? []).map((suffix) => current + suffix);
    if (!allowed.includes(sample.name)) throw fail(`a sample that is not of ${current}`);
    const identity = JSON.stringify([sample.name, Object.entries(sample.labels).sort()]);
    if (seen.has(identity)) throw fail("a sample twice");
    seen.add(identity);
    metric.samples.push(sample);
  }
  return metrics;
}

function readSample(line: string): PrometheusSample | null {
  const [, name, inBraces = "", number = ""] = SAMPLE.exec(line) ?? [];
  const value = Number(number.replace(/Inf$/, "Infinity"));
  // The format takes numbers as Go reads them, which minds no case here.
  if (name === undefined || (Number.isNaN(value) && !/^nan$/i.test(number))) return null;
  const labels: Record<string, string> = {};
  for (let left = inBraces; left !== ""; ) {
    const [whole, label, escaped = ""] = LABEL.exec(left) ?? [];
    if (whole === undefined || label === undefined || label in labels) return null;
    labels[label] = escaped.replace(/\\(.)/g, (_, it: string) => (it === "n" ? "\n" : it));
    left = left.slice(whole.length);
  }
  return { name, labels, value };
}
