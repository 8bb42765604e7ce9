import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { renderAs } from "@/components/testing/render-as";
import type { InboxItem } from "@/lib/contract/inbox";
import { InboxList } from "./inbox-list";

afterEach(cleanup);

const item: InboxItem = {
  ...{ id: "gate/prod-eu/shop/Prod/", kind: "gate", target: "prod-eu", pipeline: "shop", stage: "Prod" },
  ...{ standing: "ClosedGate", title: "Gate into Prod is closed", text: "", behind: 1 },
  may: { allowed: true, rule: { path: "permissions.rules[0]", words: "role operator everywhere" } },
};

const nothing = () => undefined;
const UNTOUCHED = { onPointerEnter: nothing, onPointerLeave: nothing, onFocus: nothing, onBlur: nothing };

/** The list while it is held, after the server left its one item out of a reply. */
function heldList(leftOut?: number) {
  const sections = [{ group: "gate" as const, ids: [item.id] }];
  renderAs(
    "operator",
    <InboxList
      shown={{ items: [], sections: [], rowOf: () => undefined, targets: [], needed: 0, cut: false }}
      held={{ sections, itemOf: () => item, changed: 1, show: nothing }}
      selected={undefined}
      freshness={{}}
      leftOut={leftOut}
      repliedAt="2026-11-21T03:12:10.000Z"
      handlers={UNTOUCHED}
      onSelect={nothing}
      onPress={nothing}
    />,
  );
}

test("an item that is no longer in a list of all is settled", () => {
  heldList();
  expect(screen.getByText("Settled: Gate into Prod is closed")).toBeDefined();
});

test("an item that a list may have left out is not called settled", () => {
  heldList(3);
  expect(screen.getByText("Gate into Prod is closed")).toBeDefined();
});
