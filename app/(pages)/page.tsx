import type { Metadata } from "next";
import { preload } from "react-dom";
import { Overview } from "@/components/pipelines/overview";
import { overviewData } from "@/lib/server/first-data/overview-data";

export const metadata: Metadata = { title: "Overview" };

/** Every pipeline of every target. */
export default async function OverviewPage() {
  const first = await overviewData();
  // A list that does not come with the page is on its way before the scripts are.
  if (first === null) preload("/api/pipelines", { as: "fetch", crossOrigin: "anonymous" });
  return <Overview first={first} />;
}
