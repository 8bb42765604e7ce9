"use client";

import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { useHouseEvents } from "@/lib/queries/event-queries";
import { HouseEventItem } from "./house-event-item";
import { SettingsFailure } from "./settings-failure";
import { SettingsSection } from "./settings-section";

/** Who came and went, who tried what they may not, and which configuration was loaded: for who may see it. */
export function HouseEvents() {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useHouseEvents();
  const events = data?.pages.flatMap(({ items }) => items);
  return (
    <SettingsSection
      title="Sign-ins and denied attempts"
      note="kept for good, in one chain with the presses; times in UTC"
    >
      {events === undefined ? (
        error === null ? (
          <Skeleton className="m-3 h-24" />
        ) : (
          <SettingsFailure error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <>
          <ul>
            {events.map((event) => (
              <HouseEventItem key={event.seq} event={event} />
            ))}
          </ul>
          {hasNextPage && (
            <div className="px-3 py-2 max-sm:px-4">
              <Button size="sm" onClick={() => void fetchNextPage()}>
                {isFetchingNextPage ? "Reading older ones…" : "Show older"}
              </Button>
            </div>
          )}
        </>
      )}
    </SettingsSection>
  );
}
