"use client";

import { useParams, usePathname } from "next/navigation";
import { lazy, Suspense } from "react";
import { decodedParams } from "@/components/pipelines/decoded-params";

// Every page below this folder names this file; imported at once, it would bring all four along to each of them.
const PipelinePage = lazy(async () => ({
  default: (await import("@/components/pipelines/pipeline-page")).PipelinePage,
}));
const HistoryPage = lazy(async () => ({
  default: (await import("@/components/executions/history-page")).HistoryPage,
}));
const ExecutionPage = lazy(async () => ({
  default: (await import("@/components/executions/execution-page")).ExecutionPage,
}));
const StructurePage = lazy(async () => ({
  default: (await import("@/components/structure/structure-page")).StructurePage,
}));

/** Segments of a path that names a pipeline and no more, as `split` counts them. */
const PIPELINE_DEPTH = "/pipelines/target/pipeline".split("/").length;

/** The page of a pipeline, a history or an execution that is not there: it says so, and follows when it comes. */
export default function NotFound() {
  const { id, ...params } = decodedParams(useParams<{ target: string; pipeline: string; id: string }>());
  const segments = usePathname().split("/");
  const deeper = segments.length > PIPELINE_DEPTH;
  return (
    <Suspense>
      {id !== undefined ? (
        <ExecutionPage {...params} id={id} />
      ) : deeper && segments[PIPELINE_DEPTH] === "structure" ? (
        <StructurePage {...params} />
      ) : deeper ? (
        <HistoryPage {...params} />
      ) : (
        <PipelinePage {...params} />
      )}
    </Suspense>
  );
}
