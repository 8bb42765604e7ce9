"use client";

import type { FirstReply } from "@/lib/contract/first-reply";
import { accessQueries, useAccess } from "@/lib/queries/access-queries";
import { useFirstData } from "@/lib/queries/first-data";
import { HouseEvents } from "./house-events";
import { MyAccess } from "./my-access";
import { MySessions } from "./my-sessions";
import { SettingsTimes } from "./settings-times";
import { TargetsHealth } from "./targets-health";

/** How the targets are doing and what reading them costs; what the person may do here; how times are shown. */
export function SettingsPage({ first }: { first: FirstReply | null }) {
  useFirstData([accessQueries.mine().queryKey, first]);
  const seesActivity = useAccess().data?.house["see-activity"].allowed === true;
  return (
    <>
      <header className="flex min-h-[52px] items-center border-b bg-surface px-page py-2.5 max-sm:px-4">
        <h1 className="text-page text-ink">Settings</h1>
      </header>
      <div className="flex max-w-[1680px] flex-col gap-6 p-page max-sm:px-0 max-sm:py-4">
        <TargetsHealth />
        <div className="grid gap-6 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] xl:items-start">
          <MyAccess />
          <SettingsTimes />
        </div>
        <MySessions />
        {seesActivity && <HouseEvents />}
      </div>
    </>
  );
}
