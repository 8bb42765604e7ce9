import type { Metadata } from "next";
import { decodedParams } from "@/components/pipelines/decoded-params";
import { PipelinePage } from "@/components/pipelines/pipeline-page";
import { accessData } from "@/lib/server/first-data/access-data";
import { pipelineData } from "@/lib/server/first-data/pipeline-data";

interface PageProps {
  params: Promise<{ target: string; pipeline: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { target, pipeline } = decodedParams(await params);
  return { title: `${pipeline} in ${target}` };
}

export default async function Page({ params }: PageProps) {
  const { target, pipeline } = decodedParams(await params);
  const place = { target, pipeline };
  const [first, access] = await Promise.all([pipelineData(place), accessData(place)]);
  return <PipelinePage key={`${target}/${pipeline}`} {...place} first={first} access={access} />;
}
