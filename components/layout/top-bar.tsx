"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { PaletteOpener } from "@/components/palette/palette-opener";
import type { FirstReply } from "@/lib/contract/first-reply";
import { useFirstData } from "@/lib/queries/first-data";
import { inboxQueries } from "@/lib/queries/inbox-queries";
import { targetQueries } from "@/lib/queries/target-queries";
import { BrandMark } from "./brand-mark";
import { DESTINATIONS } from "./destinations";
import { InboxCount } from "./inbox-count";
import { InboxNotices } from "./inbox-notices";
import { InboxSigns } from "./inbox-signs";
import { PersonMenu } from "./person-menu";
import { TargetsSummary } from "./targets-summary";

/** The bar above every page: where one can go, how fresh the data is, who one is. */
export function TopBar({ targets, inbox }: { targets: FirstReply | null; inbox: FirstReply | null }) {
  useFirstData([targetQueries.list().queryKey, targets], [inboxQueries.count().queryKey, inbox]);
  const pathname = usePathname();
  return (
    <header className="sticky top-0 z-30 flex h-bar items-center gap-7 border-b bg-surface px-page max-sm:h-[52px] max-sm:gap-3 max-sm:px-4">
      <Link
        href="/"
        prefetch={false}
        className="flex items-center gap-2.5 text-section text-ink max-sm:text-[16px]"
      >
        <BrandMark />
        {pathname === "/" ? (
          <>
            <span className="max-sm:hidden">Pipedeck</span>
            <span className="sm:hidden">Overview</span>
          </>
        ) : (
          "Pipedeck"
        )}
      </Link>
      <nav
        aria-label="Pages"
        className="flex h-full gap-5 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:h-tabs max-sm:gap-0 max-sm:border-t max-sm:bg-surface max-sm:pb-[env(safe-area-inset-bottom)]"
      >
        {DESTINATIONS.map(({ href, label, icon }) => (
          <Link
            key={href}
            href={href}
            prefetch={false}
            aria-current={href === pathname ? "page" : undefined}
            className={clsx(
              "-mb-px flex items-center gap-1.5 border-b-2 font-medium max-sm:relative max-sm:m-0 max-sm:min-w-0 max-sm:flex-1 max-sm:flex-col max-sm:justify-center max-sm:gap-1 max-sm:border-0 max-sm:text-label",
              covers(href, pathname)
                ? "border-accent text-ink max-sm:text-accent"
                : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            <svg
              aria-hidden
              viewBox="0 0 20 20"
              width="20"
              height="20"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.7"
              className="sm:hidden"
            >
              <path d={icon} />
            </svg>
            {label}
            {href === "/inbox" && (
              <span className="max-sm:absolute max-sm:top-1.5 max-sm:left-1/2 max-sm:ml-1">
                <InboxCount />
              </span>
            )}
          </Link>
        ))}
      </nav>
      <div className="ml-auto flex items-center gap-5 max-sm:gap-3">
        <PaletteOpener />
        <InboxSigns />
        <InboxNotices />
        <TargetsSummary />
        <PersonMenu />
      </div>
    </header>
  );
}

/** A pipeline's page belongs to the overview it was opened from. */
function covers(href: string, pathname: string): boolean {
  return href === pathname || (href === "/" && pathname.startsWith("/pipelines/"));
}
