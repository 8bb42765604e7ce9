"use client";

import { PageFailure } from "@/components/layout/page-failure";

/** A page outside the signed-in ones broke. */
export default function AppError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="pt-10">
      <PageFailure digest={error.digest} onRetry={reset} />
    </main>
  );
}
