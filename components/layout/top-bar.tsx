"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
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

export interface TopBarProps {
  targets: FirstReply | null;
  inbox: FirstReply | null;
  /** Of the pages, in their order. */
  icons: readonly ReactNode[];
}

/** The bar above every page: where one can go, how fresh the data is, who one is. */
export function TopBar({ targets, inbox, icons }: TopBarProps) {
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
      <nav aria-label="Pages" className="flex h-full gap-5 max-sm:tab-bar">
        {DESTINATIONS.map(({ href, label }, index) => (
          <Link
            key={href}
            href={href}
            prefetch={false}
            aria-current={href === pathname ? "page" : undefined}
            className={clsx(
              "-mb-px flex items-center gap-1.5 border-b-2 font-medium max-sm:tab",
              covers(href, pathname)
                ? "border-accent text-ink max-sm:text-accent"
                : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            {icons[index]}
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
