"use client";

import { KeyValue } from "@/components/ui/key-value";
import { exactInstant } from "@/lib/domain/instant-words";
import { useAtNow } from "@/lib/queries/server-now";
import { SettingsSection } from "./settings-section";

/** In which time zone times are shown, and by whose clock. */
export function SettingsTimes() {
  const now = useAtNow((ms) => (ms === 0 ? "" : exactInstant(new Date(ms).toISOString())));
  return (
    <SettingsSection title="Times">
      <div className="flex flex-col gap-2 px-3 py-3 max-sm:px-4">
        <KeyValue
          items={[
            { key: "Time zone", value: "UTC" },
            { key: "Server’s clock", value: <span className="num">{now}</span> },
          ]}
        />
        <p className="text-secondary text-ink-3">
          All times are shown in UTC; there is no setting for it yet. Ages are counted by the server’s clock,
          not by the one of this computer.
        </p>
      </div>
    </SettingsSection>
  );
}
