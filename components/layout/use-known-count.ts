import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { STALE_AFTER_MS } from "@/lib/domain/stale-after";
import { inboxQueries, useInboxCount } from "@/lib/queries/inbox-queries";

/** A hidden page that is told of new items asks every half minute; browsers let it do so a little late. */
const FORGOTTEN_AFTER_MS = 2 * STALE_AFTER_MS;

/** How many things need this person; 0 also when a hidden page was told nothing for two minutes, and cannot know. */
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
    const timer = setTimeout(() => setForgotten(dataUpdatedAt), FORGOTTEN_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setForgotten(undefined);
    };
  }, [hidden, dataUpdatedAt]);
  return forgotten === undefined ? count : 0;
}
