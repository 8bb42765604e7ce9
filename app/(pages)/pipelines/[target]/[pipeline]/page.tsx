import type { Metadata } from "next";
import { PipelinePage } from "@/components/pipelines/pipeline-page";

interface PageProps {
  params: Promise<{ target: string; pipeline: string }>;
}

async function names({ params }: PageProps): Promise<{ target: string; pipeline: string }> {
  const { target, pipeline } = await params;
  return { target: decoded(target), pipeline: decoded(pipeline) };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { target, pipeline } = await names(props);
  return { title: `${pipeline} in ${target}` };
}

export default async function Page(props: PageProps) {
  const { target, pipeline } = await names(props);
  return <PipelinePage key={`${target}/${pipeline}`} target={target} pipeline={pipeline} />;
}
