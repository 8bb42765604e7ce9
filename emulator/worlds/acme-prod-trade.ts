import { ACME_ACCOUNTS } from "./acme-accounts";
import { type AcmePipeline, buildFails, declarationOf, deployFails, type Place } from "./acme-pipeline";
import { build, codeDeploy, ecsService, gitSource, lambda, stack, test } from "./action-parts";
import { quietAlarm, variableIs } from "./rule-parts";

const place: Place = { account: ACME_ACCOUNTS.prod, region: "eu-west-1" };

const pricingEngine: AcmePipeline = {
  place,
  source: "pricing-repo",
  perDay: 1.5,
  tags: { team: "checkout", tier: "1" },
  mischances: [
    buildFails("Build", "price-book-tests", "basket 118 costs 41.97 EUR, the price book says 41.98"),
    deployFails("Prod", "deploy", "Tasks were replaced 4 times: CannotPullContainerError on 1 of 6 hosts."),
  ],
  declaration: declarationOf(place, {
    name: "pricing-engine",
    mode: "QUEUED",
    stages: [
      { name: "Source", actions: [gitSource("pricing-repo", "pricing-engine", "pricing", "Pricing")] },
      {
        name: "Build",
        actions: [
          build({ name: "image", from: ["pricing"], to: ["image"] }, "pricing-engine-image"),
          test({ name: "price-book-tests", order: 2, from: ["pricing"] }, "pricing-engine-price-book"),
        ],
      },
      {
        name: "Prod",
        actions: [
          ecsService({ name: "deploy", from: ["image"] }, "prod", "pricing-engine"),
          lambda({ name: "compare-prices", order: 2 }, "pricing-compare", "#{Pricing.CommitId}"),
        ],
        onFailure: { result: "ROLLBACK" },
      },
    ],
  }),
};

const customerAccounts: AcmePipeline = {
  place,
  source: "accounts-repo",
  perDay: 1.2,
  tags: { team: "orders", tier: "1" },
  mischances: [
    buildFails("Build", "api-tests", "PasswordResetTest: the link of the second mail is expired too"),
  ],
  declaration: declarationOf(place, {
    name: "customer-accounts",
    stages: [
      { name: "Source", actions: [gitSource("accounts-repo", "customer-accounts", "accounts", "Accounts")] },
      {
        name: "Build",
        actions: [
          build({ name: "image", from: ["accounts"], to: ["image"] }, "customer-accounts-image"),
          test({ name: "api-tests", from: ["accounts"] }, "customer-accounts-api"),
        ],
      },
      {
        name: "Prod",
        actions: [codeDeploy({ name: "blue-green", from: ["image"] }, "customer-accounts", "prod")],
      },
    ],
  }),
};

const giftCards: AcmePipeline = {
  place,
  source: "gift-repo",
  perDay: 0.8,
  tags: { team: "payments", tier: "2", audit: "pci" },
  mischances: [buildFails("Build", "unit-tests", "BalanceTest: expected 0.00, was -0.01")],
  declaration: declarationOf(place, {
    name: "gift-cards",
    mode: "QUEUED",
    stages: [
      { name: "Source", actions: [gitSource("gift-repo", "gift-cards", "gift", "Gift")] },
      {
        name: "Build",
        actions: [
          build({ name: "image", from: ["gift"], to: ["image"] }, "gift-cards-image"),
          test({ name: "unit-tests", from: ["gift"] }, "gift-cards-unit"),
        ],
      },
      {
        name: "Prod",
        actions: [
          ecsService({ name: "deploy", from: ["image"] }, "money", "gift-cards"),
          lambda({ name: "redeem-one-cent", order: 2 }, "gift-cards-probe"),
        ],
        beforeEntry: {
          conditions: [
            { result: "FAIL", rules: [quietAlarm("redeem-errors", "gift-cards-redeem-errors", 5)] },
          ],
        },
      },
    ],
  }),
};

const shippingQuotes: AcmePipeline = {
  place,
  source: "quotes-repo",
  perDay: 1,
  tags: { team: "logistics", tier: "2" },
  mischances: [buildFails("Build", "carrier-tests", "carrier sandbox answers 503 for parcels above 30 kg")],
  declaration: declarationOf(place, {
    name: "shipping-quotes",
    variables: [{ name: "load_test", defaultValue: "no", description: "yes runs the load test first" }],
    stages: [
      { name: "Source", actions: [gitSource("quotes-repo", "shipping-quotes", "quotes", "Quotes")] },
      {
        name: "Build",
        actions: [
          build({ name: "package", from: ["quotes"], to: ["package"] }, "shipping-quotes-package"),
          test({ name: "carrier-tests", order: 2, from: ["quotes"] }, "shipping-quotes-carriers"),
        ],
      },
      {
        name: "LoadTest",
        actions: [test({ name: "peak-hour", from: ["quotes"] }, "shipping-quotes-load")],
        beforeEntry: {
          conditions: [{ result: "SKIP", rules: [variableIs("asked-for", "#{variables.load_test}", "yes")] }],
        },
      },
      {
        name: "Prod",
        actions: [
          stack({ name: "deploy-functions", from: ["package"] }, "shipping-quotes"),
          lambda({ name: "quote-ten-parcels", order: 2 }, "shipping-quotes-probe"),
        ],
      },
    ],
  }),
};

/** What sets prices, knows customers and sends parcels, in production. */
export const PROD_TRADE: readonly AcmePipeline[] = [
  pricingEngine,
  customerAccounts,
  giftCards,
  shippingQuotes,
];
