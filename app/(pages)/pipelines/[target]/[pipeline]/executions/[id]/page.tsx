import type { Metadata } from "next";
import { ExecutionPage } from "@/components/executions/execution-page";
import { decodedParams } from "@/components/pipelines/decoded-params";
import { shortExecution } from "@/lib/domain/short-id";
import { accessData } from "@/lib/server/first-data/access-data";
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
  const place = { target, pipeline, id };
  const [first, access] = await Promise.all([executionData(place), accessData({ target, pipeline })]);
  return <ExecutionPage key={`${target}/${pipeline}/${id}`} {...place} first={first} access={access} />;
}
