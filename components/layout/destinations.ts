/** Pages that every page leads to; only what exists. */
export const DESTINATIONS = [
  { href: "/", label: "Overview" },
  { href: "/inbox", label: "Inbox" },
  { href: "/revisions", label: "Where is it?" },
  { href: "/activity", label: "Activity" },
  { href: "/settings", label: "Settings" },
] as const;
