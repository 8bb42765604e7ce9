"use client";

import { useParams } from "next/navigation";
import { ExecutionPage } from "@/components/executions/execution-page";
import { decodedParams } from "@/components/pipelines/decoded-params";

/** The page of an execution that is not there: it says so, and follows when it comes. */
export default function NotFound() {
  const params = decodedParams(useParams<{ target: string; pipeline: string; id: string }>());
  return <ExecutionPage {...params} />;
}
