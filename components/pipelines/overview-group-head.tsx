import { FreshnessChip } from "@/components/ui/freshness-chip";
import type { Target } from "@/lib/contract/target";
import { formatAccount } from "@/lib/domain/account-words";
import { OverviewHead, type OverviewHeadProps } from "./overview-head";

export interface OverviewGroupHeadProps extends Omit<OverviewHeadProps, "name" | "children"> {
  target: Pick<Target, "id" | "name" | "account" | "region" | "freshness">;
  /** Our own server has not answered for a while: the chip counts. */
  silent: boolean;
}

/** Head of a target's rows: which account and region, how fresh, how many stand how. */
export function OverviewGroupHead({ target, silent, ...head }: OverviewGroupHeadProps) {
  return (
    <OverviewHead {...head} name={target.name}>
      <span className="font-mono text-secondary text-ink-3 max-sm:hidden" title={`Account ${target.account}`}>
        {formatAccount(target.account)}
      </span>
      <span className="text-secondary whitespace-nowrap text-ink-3">{target.region}</span>
      <span className="relative max-sm:ml-auto">
        <FreshnessChip freshness={target.freshness} brief={!silent} />
      </span>
    </OverviewHead>
  );
}
