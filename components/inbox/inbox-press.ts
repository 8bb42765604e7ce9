import { pressAddress } from "@/components/presses/press-address";
import { actionKey } from "@/lib/domain/action-key";
import type { InboxItem } from "@/lib/domain/inbox-item";
import type { InboxParams } from "./use-inbox-params";

/** What the button of an item says. */
export function pressWords({ kind, ownPage }: Pick<InboxItem, "kind" | "ownPage">): string {
  if (ownPage) return "Look at it";
  switch (kind) {
    case "approval":
      return "Review";
    case "failure":
      return "Retry…";
    case "condition":
      return "Override…";
    case "gate":
      return "Open gate…";
  }
}

/** What the address says once the decision on an item is open. */
export function pressParams(item: InboxItem): InboxParams {
  const { id, kind, stage, action = "", condition = "BEFORE_ENTRY", executionId } = item;
  const opened: InboxParams = {
    item: id,
    review: undefined,
    press: undefined,
    receipt: undefined,
    execution: undefined,
  };
  switch (kind) {
    case "approval":
      return { ...opened, review: actionKey(stage, action), execution: executionId };
    case "failure":
      return { ...opened, press: pressAddress({ verb: "retry", stage }), execution: executionId };
    case "condition":
      return {
        ...opened,
        press: pressAddress({ verb: "override", stage, condition }),
        execution: executionId,
      };
    case "gate":
      return { ...opened, press: pressAddress({ verb: "open-transition", stage }) };
  }
}
