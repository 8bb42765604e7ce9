import type { Metadata } from "next";
import { Overview } from "@/components/pipelines/overview";
import { overviewData } from "@/lib/server/first-data/overview-data";

export const metadata: Metadata = { title: "Overview" };

/** Every pipeline of every target. */
export default async function OverviewPage() {
  return <Overview first={await overviewData()} />;
}
