import { expect, test } from "vitest";
import type { InboxItem, InboxList } from "@/lib/contract/inbox";
import { itemPresence } from "./item-presence";

const item: InboxItem = {
  ...{ id: "gate/prod-eu/shop/Prod/", kind: "gate", target: "prod-eu", pipeline: "shop", stage: "Prod" },
  ...{ standing: "ClosedGate", title: "Gate into Prod is closed", text: "", behind: 1 },
  may: { allowed: true, rule: { path: "permissions.rules[0]", words: "role operator everywhere" } },
};
const list: InboxList = {
  ...{ items: [item], rows: [], counts: { mine: 1, all: 1 }, freshness: {}, versions: {} },
  now: "2026-11-21T03:12:10.000Z",
};

test("what is not in a list of all is settled", () => {
  expect(itemPresence(list, item.id)).toBe("listed");
  expect(itemPresence(list, "gate/prod-eu/other/Prod/")).toBe("settled");
});

test("what is not in a list that leaves some out may be one of them", () => {
  expect(itemPresence({ ...list, leftOut: 2 }, item.id)).toBe("listed");
  expect(itemPresence({ ...list, leftOut: 2 }, "gate/prod-eu/other/Prod/")).toBe("left-out");
});
