"use client";

import { onDemand, useOnDemand } from "@/components/ui/on-demand";
import type { PageFailureCardProps } from "./page-failure-card";

const pageFailureCard = onDemand(() =>
  import("./page-failure-card").then(({ PageFailureCard }) => PageFailureCard),
);

/** What stands in place of a page that broke; plain words where not even those come that every page has to fetch. */
export function PageFailure(props: PageFailureCardProps) {
  const { Part, failed } = useOnDemand(pageFailureCard);
  if (Part !== undefined) return <Part {...props} />;
  return failed ? (
    <section className="mx-auto my-8 flex w-[min(440px,calc(100%-40px))] flex-col items-start gap-2 rounded-card border bg-surface p-6">
      <h2 className="text-section">This page could not be shown</h2>
      <p className="text-ink-2">The network may be down, or the server was updated; then reload the page.</p>
      <button type="button" onClick={props.onRetry} className="mt-3 rounded-control border px-2.5 py-1">
        Try again
      </button>
    </section>
  ) : null;
}
