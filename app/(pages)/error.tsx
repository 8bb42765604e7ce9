"use client";

import { PageFailure } from "@/components/layout/page-failure";

/** A page broke; the top bar stays. */
export default function PagesError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <PageFailure digest={error.digest} onRetry={reset} />;
}
