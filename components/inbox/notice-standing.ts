/** What the browser says of notifications for this page. */
export interface NoticeFacts {
  secure: boolean;
  /** Undefined where the browser has no notifications for pages. */
  permission: NotificationPermission | undefined;
  wanted: boolean;
}

export type NoticeStanding = { kind: "on" } | { kind: "off" } | { kind: "unable"; why: string };

/** Whether notifications come, could be asked for, or cannot come, and why. */
export function noticeStanding({ secure, permission, wanted }: NoticeFacts): NoticeStanding {
  if (!secure)
    return { kind: "unable", why: "Browsers show notifications only for pages that come by https." };
  if (permission === undefined)
    return { kind: "unable", why: "This browser shows no notifications for pages." };
  if (permission === "denied")
    return {
      kind: "unable",
      why: "This browser blocks notifications from here; its settings for this site can allow them.",
    };
  return { kind: permission === "granted" && wanted ? "on" : "off" };
}
