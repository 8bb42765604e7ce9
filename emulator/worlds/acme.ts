import { day, hour, minute } from "../engine/duration";
import { World } from "../engine/world";
import { DEV } from "./acme-dev";
import { DEV_TOOLS } from "./acme-dev-tools";
import { answerApprovals, planHistory, planSideSources, pushInstants } from "./acme-history";
import { Life } from "./acme-life";
import type { AcmePipeline } from "./acme-pipeline";
import { prodDelivery } from "./acme-prod-delivery";
import { PROD_MONEY } from "./acme-prod-money";
import { PROD_PLATFORM } from "./acme-prod-platform";
import { PROD_SHOP } from "./acme-prod-shop";
import { PROD_TRADE } from "./acme-prod-trade";
import { PROD_US } from "./acme-prod-us";
import { SCENES } from "./acme-scenes";
import { STAGING_DATA } from "./acme-staging-data";
import { STAGING_SHOP } from "./acme-staging-shop";
import { type BuiltWorld, stillWorld } from "./built-world";
import { CommitFeed } from "./commit-feed";
import { Company } from "./company";
import { TicketBook } from "./ticket-book";

const PAST_MS = 90 * day;
const OLDEST_MS = 400 * day;
const QUIET_MS = 12 * hour;

function pipelinesOf(now: number): AcmePipeline[] {
  const prod = [
    ...PROD_SHOP,
    ...PROD_MONEY,
    ...PROD_TRADE,
    ...prodDelivery(now),
    ...PROD_PLATFORM,
    ...PROD_US,
  ];
  return [...prod, ...STAGING_SHOP, ...STAGING_DATA, ...DEV, ...DEV_TOOLS];
}

/** Plans the past of one pipeline: its creation, everyday pushes, and the scene that leads to its state at `now`. */
function planPast(
  company: Company,
  pipeline: AcmePipeline,
  tickets: TicketBook,
  createdAt: number,
  now: number,
): CommitFeed {
  const { name } = pipeline.declaration;
  const scene = SCENES[name];
  const quietAt = now - QUIET_MS;
  const instants = pushInstants(company, pipeline, createdAt + hour, quietAt);
  const feed = new CommitFeed(name, instants.length + (scene?.pushes ?? 0), tickets);
  company.at(createdAt, () => company.create(pipeline));
  company.at(createdAt + hour, () => answerApprovals(company, pipeline, "Approved"));
  planHistory(company, pipeline, feed, instants);
  planSideSources(company, pipeline, createdAt, quietAt);
  for (const minutes of [90, 110, 130]) {
    company.at(quietAt + minutes * minute, () => answerApprovals(company, pipeline, "Approved"));
  }
  scene?.play({ company, pipeline, feed, now });
  return feed;
}

/**
 * The company: 42 pipelines in three accounts, 90 days of past that end at `now` (epoch ms), and people who go on
 * working afterwards, unless `goesOn` is false. The same seed and `now` make the same world.
 */
export function buildAcme(seed: number, now: number, goesOn = true): BuiltWorld {
  const world = new World({ seed, now: now - OLDEST_MS });
  world.events.recording = false;
  const company = new Company(world, seed);
  const feeds = new Map<AcmePipeline, CommitFeed>();
  const tickets = new TicketBook();
  for (const [index, pipeline] of pipelinesOf(now).entries()) {
    const createdAt = pipeline.origin
      ? now - pipeline.origin.daysBefore * day
      : now - PAST_MS + index * 7 * minute;
    feeds.set(pipeline, planPast(company, pipeline, tickets, createdAt, now));
  }
  company.at(now - QUIET_MS + hour, () => world.outcomes.clear());
  world.advanceTo(now);
  world.events.recording = true;
  if (!goesOn) return stillWorld(world);
  const life = new Life(company, feeds);
  return { world, expectJump: (instant) => life.expectJump(instant) };
}
