"use client";

import { Banner } from "@/components/ui/banner";
import { CopyButton } from "@/components/ui/copy-button";
import type { Freshness } from "@/lib/domain/freshness";
import { useNow } from "@/lib/queries/server-now";
import { troubleWords } from "./overview-freshness-sentence";

function policyFor(permission: string): string {
  const statement = { Effect: "Allow", Action: [permission], Resource: "*" };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] }, null, 2);
}

/** Why the rows of a target are old, and when it is tried again. */
export function OverviewGroupBanner({ name, freshness }: { name: string; freshness: Freshness }) {
  const words = troubleWords(name, freshness, useNow());
  if (words === null) return null;
  return (
    <Banner
      tone={words.tone}
      glyph={words.glyph}
      lead={words.lead}
      className="max-sm:px-4 max-sm:text-secondary"
      action={
        freshness.kind === "denied" && (
          <CopyButton size="sm" label="Copy policy" text={policyFor(freshness.permission)} />
        )
      }
    >
      {words.text}
    </Banner>
  );
}
