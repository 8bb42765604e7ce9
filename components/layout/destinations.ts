/** Pages that every page leads to; only what exists. `icon` is a line in a box of 20, where a phone shows one. */
export const DESTINATIONS = [
  { href: "/", label: "Overview", icon: "M3 5h14M3 10h14M3 15h14" },
  { href: "/inbox", label: "Inbox", icon: "M2.5 11.5 5 4h10l2.5 7.5V16h-15zM2.5 11.5H7a3 3 0 0 0 6 0h4.5" },
  {
    href: "/revisions",
    label: "Where is it?",
    icon: "M10 18s6-5 6-9.5a6 6 0 0 0-12 0C4 13 10 18 10 18zM8 8.5h4",
  },
  { href: "/activity", label: "Activity", icon: "M2 10h4l3-7 3 14 2.5-7H18" },
  { href: "/settings", label: "Settings", icon: "M3 6h14M7 3.5v5M3 14h14M13 11.5v5" },
] as const;
