import { useState } from "react";
import type { InboxItem } from "@/lib/contract/inbox";

/** The item of this id as it is, or as it was when it was last there. */
export function useLastSeen(
  items: readonly InboxItem[] | undefined,
  id: string | undefined,
): InboxItem | undefined {
  const live = items?.find((item) => item.id === id);
  const [seen, setSeen] = useState(live);
  if (live !== undefined && live !== seen) setSeen(live);
  return live ?? (seen?.id === id ? seen : undefined);
}
