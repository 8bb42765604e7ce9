"use client";

import { useParams } from "next/navigation";
import { HistoryPage } from "@/components/executions/history-page";
import { decodedParams } from "@/components/pipelines/decoded-params";

/** The history of a pipeline that is not there: it says so, and follows when it comes. */
export default function NotFound() {
  const params = decodedParams(useParams<{ target: string; pipeline: string }>());
  return <HistoryPage {...params} />;
}
