"use client";

import { Banner } from "@/components/ui/banner";
import { CopyButton } from "@/components/ui/copy-button";
import type { Freshness } from "@/lib/domain/freshness";
import { useAllAtNow } from "@/lib/queries/server-now";
import { troubleWords } from "./overview-freshness-sentence";
import { ReadNowButton } from "./read-now-button";

function policyFor(permission: string): string {
  const statement = { Effect: "Allow", Action: [permission], Resource: "*" };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] }, null, 2);
}

export interface OverviewGroupBannerProps {
  target: string;
  name: string;
  freshness: Freshness;
  /** Any pipeline of the target, by whose reading it is found out whether AWS answers again. */
  pipeline?: string;
}

/** Why the rows of a target are old, when it is tried again, and a way to do so now. */
export function OverviewGroupBanner({ target, name, freshness, pipeline }: OverviewGroupBannerProps) {
  const words = useAllAtNow((now) => troubleWords(name, freshness, now));
  if (words === null) return null;
  return (
    <Banner
      tone={words.tone}
      glyph={words.glyph}
      lead={words.lead}
      className="max-sm:text-secondary"
      action={
        <>
          {freshness.kind === "denied" && (
            <CopyButton size="sm" label="Copy policy" text={policyFor(freshness.permission)} />
          )}
          {pipeline !== undefined && (
            <ReadNowButton
              target={target}
              pipeline={pipeline}
              label={freshness.kind === "throttled" ? `Read ${pipeline} now` : "Try now"}
            />
          )}
        </>
      }
    >
      {words.text}
    </Banner>
  );
}
