import { hour } from "../engine/duration";
import { checkoutScene } from "./scenes/checkout-scene";
import { cartScene, goldenAmiScene, loyaltyScene, mediaScene } from "./scenes/dev-scenes";
import { greenScene } from "./scenes/green-scene";
import { dnsScene, networkScene, ssoScene } from "./scenes/platform-scenes";
import type { Scene } from "./scenes/scene";
import { catalogScene, ordersScene } from "./scenes/shop-scenes";
import {
  askingScene,
  busyScene,
  closedScene,
  failedScene,
  performanceScene,
  pullRequestsScene,
} from "./scenes/staging-scenes";
import {
  keptOutScene,
  overriddenScene,
  retriedByHandScene,
  retriedByItselfScene,
  rolledBackByHandScene,
  rolledBackByItselfScene,
  windowScene,
} from "./scenes/trade-scenes";

/** What every pipeline does last before `now`; those not named end green. */
export const SCENES: Record<string, Scene> = {
  "checkout-web": checkoutScene,
  "orders-api": ordersScene,
  "catalog-search": catalogScene,
  "cart-service": cartScene,
  "media-transcoder": mediaScene,
  "golden-ami": goldenAmiScene,
  "loyalty-points": loyaltyScene,
  "dns-zones": dnsScene,
  "terraform-network": networkScene,
  "sso-permission-sets": ssoScene,
  "storefront-cdn": greenScene(100),
  "ledger-core": greenScene(310),
  "payments-gateway": greenScene(55),
  "search-indexer": greenScene(35),
  "email-templates": greenScene(190),
  "pricing-engine": rolledBackByItselfScene,
  "customer-accounts": rolledBackByHandScene,
  "gift-cards": overriddenScene,
  "shipping-quotes": greenScene(145),
  "warehouse-sync": windowScene,
  "returns-portal": retriedByHandScene,
  "fraud-scoring": retriedByItselfScene,
  "orders-us": keptOutScene,
  "identity-provider": askingScene(290),
  "invoice-renderer": failedScene(
    510,
    "Deploy",
    "service",
    "The service invoice-renderer did not reach a steady state: the task was killed, it used 2.1 of 2 GB.",
  ),
  "waf-rules": greenScene(640),
  "storefront-preview": pullRequestsScene("Preview", "screenshots", [11, 7, 3]),
  "mobile-app": busyScene("Devices", "forty-phones", 6 * hour, [95]),
  "checkout-staging": greenScene(25),
  "design-system": greenScene(75),
  "partner-api": failedScene(
    170,
    "Staging",
    "partner-suite",
    "Build terminated with state: FAILED. 3 of 20 marketplace orders failed: expected 201, got 422 quantity_too_high",
  ),
  "data-warehouse": busyScene("Rebuild", "rebuild-models", 7 * hour, [150, 85, 40]),
  "catalog-import": greenScene(230),
  "performance-suite": performanceScene,
  recommendations: busyScene("Train", "train", 8 * hour, [200, 70]),
  "ad-feeds": greenScene(410),
  "help-center": greenScene(330),
  "pos-terminal": askingScene(120),
  "docs-site": greenScene(65),
  "feature-flags": greenScene(155),
  "chaos-drills": closedScene(
    9,
    "Drill",
    "m.okafor",
    "No drills before the spring sale is over. Ask m.okafor.",
  ),
  "sandbox-janitor": greenScene(560),
};
