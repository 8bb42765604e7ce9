"use client";

import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { useEndSession, useSessions } from "@/lib/queries/session-queries";
import { SessionItem } from "./session-item";
import { SettingsFailure } from "./settings-failure";
import { SettingsSection } from "./settings-section";

/** Where one is signed in, and the way to end it there; everybody's sessions for an administrator. */
export function MySessions() {
  const { data, error, refetch } = useSessions();
  const end = useEndSession();
  const others = data?.items.filter(({ mine, current }) => mine && !current).length ?? 0;
  return (
    <SettingsSection
      title={data?.everybody ? "Everybody’s sessions" : "My sessions"}
      note="A session ends 12 hours after signing in, or after 30 minutes in which nothing was done."
    >
      {data === undefined ? (
        error === null ? (
          <Skeleton className="m-3 h-24" />
        ) : (
          <SettingsFailure error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <>
          <ul>
            {data.items.map((session) => (
              <SessionItem
                key={session.id}
                session={session}
                everybody={data.everybody}
                ending={end.isPending}
                onEnd={() => end.mutate(session.id)}
              />
            ))}
          </ul>
          {data.more && (
            <p className="border-t px-3 py-2 text-secondary text-ink-3 max-sm:px-4">
              There are more; the newest are shown.
            </p>
          )}
          {others > 0 && (
            <div className="border-t px-3 py-2.5 max-sm:px-4">
              <Button onClick={() => end.mutate(undefined)}>
                End my {others === 1 ? "other session" : `${others} other sessions`}
              </Button>
            </div>
          )}
          {end.error !== null && (
            <SettingsFailure error={end.error} onRetry={() => end.mutate(end.variables)} />
          )}
        </>
      )}
    </SettingsSection>
  );
}
