import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { STALE_AFTER_MS } from "@/lib/domain/stale-after";
import { inboxQueries, useInboxCount } from "@/lib/queries/inbox-queries";

/** How many things need this person; 0 also when a hidden page was told nothing for a minute, and cannot know. */
export function useKnownCount(): number {
  const count = useInboxCount() ?? 0;
  const { dataUpdatedAt } = useQuery({ ...inboxQueries.count(), enabled: false });
  const [hidden, setHidden] = useState(false);
  const [forgotten, setForgotten] = useState<number>();
  useEffect(() => {
    const look = () => setHidden(document.visibilityState === "hidden");
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  useEffect(() => {
    if (!hidden) return;
    const timer = setTimeout(() => setForgotten(dataUpdatedAt), STALE_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setForgotten(undefined);
    };
  }, [hidden, dataUpdatedAt]);
  return forgotten === undefined ? count : 0;
}
