import type { ReactNode } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { type ShipsAsked as Asked, useShips } from "@/lib/queries/ships-queries";
import type { StageOf } from "@/lib/queries/stage-path";
import { ShipsList } from "./ships-list";

export interface ShipsAskedProps {
  of: StageOf;
  asked: Asked;
  becomes: string;
  /** What is known without asking, shown until then and when it cannot be told. */
  known?: ReactNode;
}

/** What would ship, once it is known; until then its room, and words when it cannot be told. */
export function ShipsAsked({ of, asked, becomes, known }: ShipsAskedProps) {
  const { ships, problem, isAsking } = useShips(of, asked);
  if (ships !== undefined) return <ShipsList ships={ships} becomes={becomes} />;
  if (isAsking) return known ?? <Skeleton className="h-24 w-full" />;
  return (
    <div className="flex flex-col gap-2">
      {known}
      <p className="text-secondary text-ink-2" role="status">
        What would change cannot be told now{problem === undefined ? "" : `: ${problem.title.toLowerCase()}`}.
      </p>
    </div>
  );
}
