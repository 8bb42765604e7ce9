"use client";

import { useParams } from "next/navigation";
import { lazy, Suspense } from "react";
import { decodedParams } from "@/components/pipelines/decoded-params";

// Every page below this folder names this file; imported at once, it would bring its page along to each of them.
const HistoryPage = lazy(async () => ({
  default: (await import("@/components/executions/history-page")).HistoryPage,
}));

/** The history of a pipeline that is not there: it says so, and follows when it comes. */
export default function NotFound() {
  const params = decodedParams(useParams<{ target: string; pipeline: string }>());
  return (
    <Suspense>
      <HistoryPage {...params} />
    </Suspense>
  );
}
