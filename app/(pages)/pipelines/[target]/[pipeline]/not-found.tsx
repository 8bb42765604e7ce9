"use client";

import { useParams } from "next/navigation";
import { lazy, Suspense } from "react";
import { decodedParams } from "@/components/pipelines/decoded-params";

// Every page below this folder names this file; imported at once, it would bring its page along to each of them.
const PipelinePage = lazy(async () => ({
  default: (await import("@/components/pipelines/pipeline-page")).PipelinePage,
}));

/** The page of a pipeline that is not there: it says so, and follows when it comes. */
export default function NotFound() {
  const params = decodedParams(useParams<{ target: string; pipeline: string }>());
  return (
    <Suspense>
      <PipelinePage {...params} />
    </Suspense>
  );
}
