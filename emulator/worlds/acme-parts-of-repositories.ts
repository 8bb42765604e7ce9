/** Ticket project of a repository and the parts that its commits are about. */
export interface Repository {
  project: string;
  parts: readonly string[];
}

function about(project: string, parts: string): Repository {
  return { project, parts: parts.split(", ") };
}

/** Repositories by name. */
export const REPOSITORIES: Record<string, Repository> = {
  "checkout-web": about(
    "SHOP",
    "address form, basket summary, voucher field, payment step, order review, phone number field, delivery promise, guest checkout",
  ),
  "orders-api": about(
    "SHOP",
    "order list, refund endpoint, outbox, stock reservation, fraud check, order export, cancellation, tax breakdown",
  ),
  "catalog-search": about(
    "SHOP",
    "facet cache, ranking, synonym list, query parser, suggestion box, analyzer, spell checker, index alias",
  ),
  "storefront-cdn": about(
    "SHOP",
    "image resizer, edge redirect, cache key, home page, sitemap, font loader, country picker, robots file",
  ),
  "cart-service": about(
    "SHOP",
    "cart merge, price cache, session store, voucher check, free shipping bar, cart expiry, line limit, saved list",
  ),
  "loyalty-points": about(
    "LOYAL",
    "tier recount, points ledger, expiry mail, balance query, partner import, bonus schedule, family account, tier badge",
  ),
  "email-templates": about(
    "MAIL",
    "receipt mail, order mail, header image, plain text part, footer, review request, password mail, tracking block",
  ),
  "media-transcoder": about(
    "MEDIA",
    "job queue, caption track, poster frame, audio filter, segment store, bit rate ladder, upload check, crop",
  ),
  "search-indexer": about(
    "SHOP",
    "bulk writer, dead letter queue, alias swap, stock feed, nightly rebuild, lag alarm, shard plan, delete pass",
  ),
  "ledger-core": about(
    "PAY",
    "posting rule, month close, reversal, audit export, exchange rate table, settlement import, replay tool, period lock",
  ),
  "payments-gateway": about(
    "PAY",
    "acquirer routing, token vault, 3-D Secure page, webhook receiver, SEPA mandate, payout job, decline retry, circuit breaker",
  ),
  "golden-ami": about(
    "OPS",
    "base image, disk alarm, boot script, log agent, certificate store, kernel module list, image share, user data",
  ),
  "dns-zones": about(
    "OPS",
    "apex record, mail record, health check, zone delegation, record template, TTL policy, CAA record, status page record",
  ),
  "terraform-network": about(
    "OPS",
    "NAT gateway, route table, endpoint policy, flow log, peering module, subnet plan, provider pin, bastion",
  ),
  "pricing-engine": about(
    "PRICE",
    "price book, campaign calendar, rounding rule, tier table, discount stack, currency table, price history, rebate check",
  ),
  "customer-accounts": about(
    "ACC",
    "sign-in form, session index, passkey store, data export, deletion job, mail verification, profile page, consent log",
  ),
  "gift-cards": about(
    "PAY",
    "balance page, code generator, redeem endpoint, refund path, card design, bulk order, expiry job, PDF print",
  ),
  "shipping-quotes": about(
    "SHIP",
    "carrier client, quote cache, packing plan, locker list, island table, cut-off time, weight rule, zone table",
  ),
  "warehouse-sync": about(
    "SHIP",
    "bin counter, handheld queue, pick route, batch rule, stock feed, label printer, dock plan, shift report",
  ),
  "returns-portal": about(
    "SHOP",
    "return label, reason list, refund estimate, drop-off map, photo upload, status mail, item picker, courier booking",
  ),
  "fraud-scoring": about(
    "PAY",
    "feature store, threshold table, score log, training set, device signal, review queue, model loader, country rule",
  ),
  "identity-provider": about(
    "OPS",
    "key rotation, device flow, consent page, token endpoint, client registry, logout, audit log, lockout rule",
  ),
  "storefront-preview": about(
    "SHOP",
    "product list, filter bar, review block, size guide, breadcrumb, image gallery, wish list, search box",
  ),
  "mobile-app": about(
    "APP",
    "bar code scanner, delivery widget, push handler, offline cart, store finder, crash report, image cache, login screen",
  ),
  "checkout-staging": about(
    "SHOP",
    "address form, payment step, order review, delivery slot, voucher field, total, wallet button, error summary",
  ),
  "design-system": about("UI", "button, date field, dialog, table, toast, focus ring, colour scale, menu"),
  "partner-api": about(
    "SHOP",
    "order import, webhook sender, rate limit, API key page, error body, stock push, price feed, partner sandbox",
  ),
  "data-warehouse": about(
    "DATA",
    "order model, customer model, currency step, late event step, segment model, stock snapshot, session model, cost report",
  ),
  "catalog-import": about(
    "SHOP",
    "supplier feed, EAN check, picture import, unit parser, category map, price import, delta import, error report",
  ),
  "performance-suite": about(
    "OPS",
    "traffic model, think time, cart scenario, search scenario, budget file, report page, load agent, warm-up",
  ),
  recommendations: about(
    "DATA",
    "training set, embedding table, cold start, negative sampling, ranking loss, export job, evaluation split, feature join",
  ),
  "ad-feeds": about(
    "CRM",
    "title rule, sale price, picture check, stock filter, category map, upload job, shipping field, brand field",
  ),
  "help-center": about(
    "CRM",
    "search, article list, contact form, opening hours, feedback box, chat link, parcel article, refund article",
  ),
  "pos-terminal": about(
    "POS",
    "receipt printer, cash drawer, card reader, offline store, supervisor prompt, till report, bar code table, update check",
  ),
  "docs-site": about(
    "OPS",
    "on-call page, payments runbook, glossary, checkout diagram, release guide, incident template, style guide, start page",
  ),
  "feature-flags": about(
    "OPS",
    "rollout rule, kill switch, audit log, client cache, flag list, segment match, admin page, expiry check",
  ),
  "chaos-drills": about(
    "OPS",
    "zone drill, latency drill, stop rule, drill report, recovery check, drill calendar, queue drill, failover drill",
  ),
};

/** What is done to a part of a repository, again and again, by what the repository holds. */
const DEEDS = {
  code: [
    "Cover the _ with tests",
    "Fix a race in the _",
    "Log less in the _",
    "Put the new _ behind a flag",
    "Simplify the _",
    "Measure the _",
    "Trace the _ end to end",
    "Handle an empty answer in the _",
    "Speed up the _ by a third",
    "Document the _",
    "Split the _ in two",
    "Undo yesterday's change to the _",
    "Check the input of the _",
    "Alarm when the _ is slow",
    "Show errors of the _ to support",
    "Use structured logs in the _",
    "Fix the _ after the upgrade",
    "Fix a memory leak in the _",
    "Drop the old _",
    "Fix a typo in the _",
    "Rewrite the _, same behaviour",
    "Remove the flag around the _",
    "Follow up on the review of the _",
    "Raise the limit of the _",
    "Bring the _ up to date",
    "Limit retries of the _ to one",
    "Clean up the _",
    "Add a metric for the _",
    "Tell timeouts from errors in the _",
  ],
  text: [
    "Shorten the _",
    "Fix a typo in the _",
    "Pictures for the _",
    "Link the _ from the start page",
    "Rewrite the _ in plain words",
    "Bring the _ up to date",
    "Fix a broken link in the _",
    "Follow up on the review of the _",
    "Split the _ in two",
    "Translate the _",
    "Add an example to the _",
  ],
  infra: [
    "Tag the _ with its owner",
    "Move the _ to the shared module",
    "Alarm on the _",
    "Drop the old _",
    "Tighten the _",
    "Document the _",
    "Rename the _, no change in behaviour",
    "Bring the _ up to date",
    "Simplify the _",
    "Same _ in both regions",
    "Follow up on the review of the _",
    "Undo yesterday's change to the _",
    "Fix a typo in the _",
  ],
} as const;

const TEXT = ["docs-site", "help-center"];
const INFRA = ["dns-zones", "terraform-network", "golden-ami"];

function deedsOf(repository: string): readonly string[] {
  if (TEXT.includes(repository)) return DEEDS.text;
  return INFRA.includes(repository) ? DEEDS.infra : DEEDS.code;
}

/**
 * What the commit number `count` of a repository did: of as many in a row as there are parts and deeds together no two
 * are the same. Two of three belong to a ticket of `project`.
 */
export function everydayCommit(repository: string, count: number): { message: string; project?: string } {
  const { project, parts } = REPOSITORIES[repository] ?? about("OPS", "build, configuration, readme");
  const deeds = deedsOf(repository);
  const part = parts[count % parts.length] ?? "";
  const deed = deeds[(count * 12 + repository.length) % deeds.length] ?? "";
  const message = deed.replace("_", part);
  return count % 3 === 1 ? { message } : { message, project };
}
