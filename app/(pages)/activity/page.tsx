import type { Metadata } from "next";
import { ActivityPage } from "@/components/activity/activity-page";
import { activityData } from "@/lib/server/first-data/activity-data";

export const metadata: Metadata = { title: "Activity" };

/** Who pressed what, why, and what came of it. */
export default async function Page() {
  return <ActivityPage first={await activityData()} />;
}
