import type { Metadata } from "next";
import { Overview } from "@/components/pipelines/overview";

export const metadata: Metadata = { title: "Overview" };

/** Every pipeline of every target. */
export default function OverviewPage() {
  return <Overview />;
}
