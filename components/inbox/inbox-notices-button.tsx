"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { chooseNotices, useWantsNotices } from "@/lib/queries/notices/notice-choice";
import { noticeStanding } from "./notice-standing";

/** Turns notifications on and off, or says why there are none. The browser is asked for its permission by this press alone. */
export function InboxNoticesButton() {
  const wanted = useWantsNotices();
  const permission = useSyncExternalStore(subscribe, readPermission, () => undefined);
  const secure = useSyncExternalStore(
    subscribe,
    () => window.isSecureContext,
    () => true,
  );
  const known = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
  const standing = noticeStanding({ secure, permission, wanted });
  const ask = async () => {
    const given = await Notification.requestPermission();
    chooseNotices(given === "granted");
  };
  const unable = known && standing.kind === "unable";
  return (
    <span className="flex flex-wrap items-center gap-2 text-secondary text-ink-3">
      {standing.kind === "on" ? (
        <Button size="sm" aria-pressed onClick={() => chooseNotices(false)}>
          Notifications on
        </Button>
      ) : (
        <Button size="sm" disabledReason={unable ? standing.why : undefined} onClick={() => void ask()}>
          Notify me…
        </Button>
      )}
      {unable && standing.why}
      {standing.kind === "on" &&
        "of what is new while no page of Pipedeck is in sight, until your session ends"}
    </span>
  );
}

function readPermission(): NotificationPermission | undefined {
  return typeof Notification === "undefined" ? undefined : Notification.permission;
}

/** Permissions are given and taken away elsewhere: looked at again when somebody comes back. */
function subscribe(listener: () => void): () => void {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}
