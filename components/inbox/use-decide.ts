import { useRouter } from "next/navigation";
import { executionAddress } from "@/lib/domain/execution-address";
import type { InboxItem } from "@/lib/domain/inbox-item";
import { pressParams } from "./inbox-press";
import type { ChangeInboxParams } from "./use-inbox-params";

/** Opens the decision on an item: here, or on the page of its execution where that alone tells what failed. */
export function useDecide(change: ChangeInboxParams): (item: InboxItem) => void {
  const router = useRouter();
  return (item) => {
    const { ownPage, target, pipeline, executionId } = item;
    if (ownPage && executionId !== undefined) router.push(executionAddress(target, pipeline, executionId));
    else change(pressParams(item));
  };
}
