"use client";

import { useParams } from "next/navigation";
import { decodedParams } from "@/components/pipelines/decoded-params";
import { PipelinePage } from "@/components/pipelines/pipeline-page";

/** The page of a pipeline that is not there: it says so, and follows when it comes. */
export default function NotFound() {
  const params = decodedParams(useParams<{ target: string; pipeline: string }>());
  return <PipelinePage {...params} />;
}
