"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { chooseNotices, useNoticePermission, useWantsNotices } from "@/lib/queries/notices/notice-choice";
import { noticeStanding } from "./notice-standing";

/** Turns notifications on and off, or says why there are none. The browser is asked for its permission by this press alone. */
export function InboxNoticesButton() {
  const wanted = useWantsNotices();
  const permission = useNoticePermission();
  /** Undefined as long as the server's drawing stands, which cannot know. */
  const secure = useSyncExternalStore(
    nothing,
    () => window.isSecureContext,
    () => undefined,
  );
  const standing =
    secure === undefined ? ({ kind: "off" } as const) : noticeStanding({ secure, permission, wanted });
  const ask = async () => {
    const given = await Notification.requestPermission();
    chooseNotices(given === "granted");
  };
  return (
    <span className="flex flex-wrap items-center gap-2 text-secondary text-ink-3">
      {standing.kind === "on" ? (
        <Button size="sm" aria-pressed onClick={() => chooseNotices(false)}>
          Notifications on
        </Button>
      ) : (
        <Button
          size="sm"
          disabledReason={standing.kind === "unable" ? standing.why : undefined}
          onClick={() => void ask()}
        >
          Notify me…
        </Button>
      )}
      {standing.kind === "unable" && standing.why}
      {standing.kind === "on" &&
        "of what is new while no page of Pipedeck is in sight, until your session ends"}
    </span>
  );
}

function nothing(): () => void {
  return () => undefined;
}
