import type { Metadata } from "next";
import { HistoryPage } from "@/components/executions/history-page";
import { decodedParams } from "@/components/pipelines/decoded-params";
import { accessData } from "@/lib/server/first-data/access-data";
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
  const place = { target, pipeline };
  const [first, access] = await Promise.all([historyData(place), accessData(place)]);
  return <HistoryPage key={`${target}/${pipeline}`} {...place} first={first} access={access} />;
}
