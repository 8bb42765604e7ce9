import { checkoutScene } from "./scenes/checkout-scene";
import { cartScene, goldenAmiScene, loyaltyScene, mediaScene } from "./scenes/dev-scenes";
import { greenScene } from "./scenes/green-scene";
import { dnsScene, networkScene, ssoScene } from "./scenes/platform-scenes";
import type { Scene } from "./scenes/scene";
import { catalogScene, ordersScene } from "./scenes/shop-scenes";

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
};
