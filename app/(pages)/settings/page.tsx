import type { Metadata } from "next";
import { SettingsPage } from "@/components/settings/settings-page";
import { settingsData } from "@/lib/server/first-data/settings-data";

export const metadata: Metadata = { title: "Settings" };

/** How the targets are doing, and what the person may do. */
export default async function Page() {
  return <SettingsPage first={await settingsData()} />;
}
