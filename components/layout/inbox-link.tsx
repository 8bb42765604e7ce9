"use client";

import Link from "next/link";
import { useInboxCount } from "@/lib/queries/inbox-queries";
import { InboxCount } from "./inbox-count";

/** On a phone the pages are in a menu: while something needs this person, the way to it stands in the bar. */
export function InboxLink() {
  const count = useInboxCount();
  if (count === undefined || count === 0) return null;
  return (
    <Link
      href="/inbox"
      prefetch={false}
      className="thumb flex items-center gap-1.5 font-medium text-ink-2 sm:hidden"
    >
      <span className="sr-only">Inbox</span>
      <svg
        aria-hidden
        viewBox="0 0 20 20"
        width="20"
        height="20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
      >
        <path d="M2.5 11.5 5 4h10l2.5 7.5V16h-15zM2.5 11.5H7a3 3 0 0 0 6 0h4.5" />
      </svg>
      <span className="-ml-3 -mt-3">
        <InboxCount />
      </span>
    </Link>
  );
}
