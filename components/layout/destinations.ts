/** Pages that every page leads to; only what exists. */
export const DESTINATIONS = [
  { href: "/", label: "Overview" },
  { href: "/inbox", label: "Inbox" },
  {
    href: "/revisions",
    label: "Where is it?",
    icon: "M10 18s6-5 6-9.5a6 6 0 0 0-12 0C4 13 10 18 10 18zM8 8.5h4",
  },
  { href: "/activity", label: "Activity" },
  { href: "/settings", label: "Settings" },
] as const;
