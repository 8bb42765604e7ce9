import type { Metadata } from "next";
import { ExecutionPage } from "@/components/executions/execution-page";
import { decodedParams } from "@/components/pipelines/decoded-params";
import { shortExecution } from "@/lib/domain/short-id";
import { executionData } from "@/lib/server/first-data/execution-data";

interface PageProps {
  params: Promise<{ target: string; pipeline: string; id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { target, pipeline, id } = decodedParams(await params);
  return { title: `Execution ${shortExecution(id)} of ${pipeline} in ${target}` };
}

export default async function Page({ params }: PageProps) {
  const { target, pipeline, id } = decodedParams(await params);
  const first = await executionData({ target, pipeline, id });
  return (
    <ExecutionPage
      key={`${target}/${pipeline}/${id}`}
      target={target}
      pipeline={pipeline}
      id={id}
      first={first}
    />
  );
}
