import { chromium } from "@playwright/test";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig, type Flags, type Result } from "lighthouse";
import type { Shutdown } from "../../scripts/processes/shutdown";
import { WordedError } from "../../scripts/processes/worded-error";
import { findChromium } from "../../scripts/proof/chromium";
import type { Session } from "../../scripts/testing/session";
import { median } from "../harness/median";

/**
 * Points from 0 to 100; `failed` are the audits of accessibility and best practices that are not perfect, in words;
 * `timings` are what performance is made of: milliseconds, and the layout shift without a unit.
 */
export type Scores = {
  performance: number;
  accessibility: number;
  bestPractices: number;
  failed: string[];
  timings: Record<string, number>;
};

const attempts = 3;
const parts = {
  FCP: "first-contentful-paint",
  LCP: "largest-contentful-paint",
  TBT: "total-blocking-time",
  SI: "speed-index",
  CLS: "cumulative-layout-shift",
};

/** `phone` is what Lighthouse does unless told otherwise: a slow phone on a slow line, simulated. */
export function formFactor(argv: readonly string[] = process.argv): "desktop" | "phone" {
  return argv.slice(2).includes("desktop") ? "desktop" : "phone";
}

/** The medians of what performance is made of, in words. */
export function timingWords(runs: readonly Pick<Scores, "timings">[]): string {
  const words = Object.keys(parts).map((name) => {
    const value = median(runs.map(({ timings }) => timings[name] ?? Number.NaN));
    return `${name} ${name === "CLS" ? value.toFixed(3) : `${Math.round(value)} ms`}`;
  });
  return words.join(", ");
}

/** Starts a Chromium of its own; answers what audits an address, with Lighthouse's own settings. */
export async function startLighthouse(
  shutdown: Shutdown,
): Promise<(url: string, session?: Session) => Promise<Scores>> {
  const chrome = await launch({
    chromePath: await findChromium(),
    chromeFlags: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage"],
    handleSIGINT: false,
  });
  shutdown.add(() => chrome.kill());
  return async (url, session) => {
    await keepOnlyCookiesOf(chrome.port, url, session);
    const flags = {
      port: chrome.port,
      logLevel: "silent" as const,
      output: "json" as const,
      onlyCategories: ["performance", "accessibility", "best-practices"],
    };
    const report = await audited(url, flags);
    if (session && report.finalDisplayedUrl.includes("/login"))
      throw new WordedError(`${url} led to the sign-in page.`);
    const points = (id: string) => Math.round((report.categories[id]?.score ?? Number.NaN) * 100);
    const failed = ["accessibility", "best-practices"].flatMap((id) =>
      (report.categories[id]?.auditRefs ?? []).flatMap((ref) => {
        const audit = report.audits[ref.id];
        const imperfect = ref.weight > 0 && typeof audit?.score === "number" && audit.score < 1;
        return imperfect ? [`${id}: ${audit.title}${detailOf(audit.details)}`] : [];
      }),
    );
    return {
      performance: points("performance"),
      accessibility: points("accessibility"),
      bestPractices: points("best-practices"),
      failed,
      timings: Object.fromEntries(
        Object.entries(parts).map(([name, id]) => [name, report.audits[id]?.numericValue ?? Number.NaN]),
      ),
    };
  };
}

/**
 * Leaves the browser with the session's cookies and no others, as on a first visit. A header of Lighthouse's would not
 * do: it is put aside as soon as the page sets a cookie itself.
 */
async function keepOnlyCookiesOf(port: number, url: string, session?: Session): Promise<void> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  try {
    const [context] = browser.contexts();
    if (context === undefined) throw new WordedError("The browser of Lighthouse has no window.");
    await context.clearCookies();
    const { origin } = new URL(url);
    await context.addCookies(
      [...(session?.cookies ?? [])].map(([name, value]) => ({ name, value, url: origin })),
    );
  } finally {
    await browser.close();
  }
}

/** On a busy machine a recording sometimes fails, which says nothing about the page: it is made again. */
async function audited(url: string, flags: Flags): Promise<Result> {
  let failure = "no result";
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const outcome = await lighthouse(url, flags, formFactor() === "desktop" ? desktopConfig : undefined);
    if (outcome && !outcome.lhr.runtimeError) return outcome.lhr;
    failure = outcome?.lhr.runtimeError?.message ?? failure;
  }
  throw new WordedError(`Lighthouse could not audit ${url}: ${failure}`);
}

/** Where it fails: selectors, addresses and messages out of an audit's table, each once. */
export function detailOf(details: unknown): string {
  const text = JSON.stringify(details ?? "");
  const found = text.matchAll(/"(?:selector|url|description)":("(?:[^"\\]|\\.)*")/g);
  const places = new Set([...found].map(([, place = '""']): string => JSON.parse(place)));
  return places.size > 0 ? `: ${[...places].slice(0, 10).join("; ")}` : "";
}
