import type { Metadata } from "next";
import { HistoryPage } from "@/components/executions/history-page";
import { decodedParams } from "@/components/pipelines/decoded-params";
import { historyData } from "@/lib/server/first-data/history-data";

interface PageProps {
  params: Promise<{ target: string; pipeline: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { target, pipeline } = decodedParams(await params);
  return { title: `History of ${pipeline} in ${target}` };
}

export default async function Page({ params }: PageProps) {
  const { target, pipeline } = decodedParams(await params);
  const first = await historyData({ target, pipeline });
  return <HistoryPage key={`${target}/${pipeline}`} target={target} pipeline={pipeline} first={first} />;
}
