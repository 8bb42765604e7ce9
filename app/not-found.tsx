import type { Metadata } from "next";
import { BrandMark } from "@/components/layout/brand-mark";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusIcon } from "@/components/ui/status-icon";

export const metadata: Metadata = { title: "Nothing here" };

/** An address no page has. */
export default function NotFound() {
  return (
    <main>
      <header className="flex h-bar items-center border-b bg-surface px-page max-sm:h-[52px] max-sm:px-4">
        <a href="/" className="flex items-center gap-2.5 text-section text-ink max-sm:text-[16px]">
          <BrandMark />
          Pipedeck
        </a>
      </header>
      <EmptyState
        icon={<StatusIcon standing="NotYetRun" size={18} decorative />}
        heading="h1"
        title="Nothing at this address"
        actions={
          <a
            href="/"
            className="inline-flex h-7 items-center rounded-control border border-line-2 bg-surface px-2.5 font-medium text-ink hover:bg-hover max-sm:h-11"
          >
            All pipelines
          </a>
        }
      >
        <p>The page may have moved, or the address has a slip in it.</p>
      </EmptyState>
    </main>
  );
}
