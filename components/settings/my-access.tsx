"use client";

import { usePerson } from "@/components/layout/session-provider";
import { KeyValue } from "@/components/ui/key-value";
import { Skeleton } from "@/components/ui/skeleton";
import { exactInstant } from "@/lib/domain/instant-words";
import { useAccess } from "@/lib/queries/access-queries";
import { MyAccessAt } from "./my-access-at";
import { MyRules } from "./my-rules";
import { SettingsFailure } from "./settings-failure";
import { SettingsSection } from "./settings-section";

/** Who is signed in, until when, and which rules speak of them. */
export function MyAccess() {
  const person = usePerson();
  const { data, error, refetch } = useAccess();
  return (
    <SettingsSection title="What I may do here">
      {data === undefined ? (
        error === null ? (
          <Skeleton className="m-3 h-40" />
        ) : (
          <SettingsFailure error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <>
          <div className="border-b px-3 py-3 max-sm:px-4">
            <KeyValue
              items={[
                { key: "Person", value: person.name },
                { key: "Groups", value: data.person.groups.join(", ") || "none" },
                {
                  key: "Signed in",
                  value: `${exactInstant(data.signedInAt)}, ${data.provider === "demo" ? "as a person of the demo" : "by single sign-on"}`,
                },
                {
                  key: "Session ends",
                  value: `${exactInstant(data.endsAt)}, or after 30 minutes without a request`,
                },
              ]}
            />
          </div>
          <MyRules rules={data.rules} />
          <MyAccessAt />
        </>
      )}
    </SettingsSection>
  );
}
