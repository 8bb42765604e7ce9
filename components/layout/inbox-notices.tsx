"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useWantsNotices } from "@/lib/queries/notices/notice-choice";

/** Notifications of what is new in the inbox, for who asked for them; the code comes for nobody else. */
export function InboxNotices() {
  const client = useQueryClient();
  const wanted = useWantsNotices();
  useEffect(() => {
    if (!wanted || typeof Notification === "undefined" || Notification.permission !== "granted") return;
    const here = new AbortController();
    const load = () =>
      Promise.all([import("@/lib/queries/notices/follow-notices"), import("./show-notices")]);
    load().then(
      ([{ followNotices }, { showNotices }]) => {
        if (!here.signal.aborted) followNotices(client, { signal: here.signal, show: showNotices });
      },
      // Without it the count still stands in the bar.
      () => undefined,
    );
    return () => here.abort();
  }, [client, wanted]);
  return null;
}
