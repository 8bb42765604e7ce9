import clsx from "clsx";
import { Fragment } from "react";
import { Signal } from "@/components/ui/signal";
import { Train } from "@/components/ui/train";
import type { Station } from "@/lib/domain/pipeline";
import { railWords } from "./mini-rail-words";

/** PARALLEL mode: a double track, and how many trains are in each station. */
export function MiniRailParallel({
  stations,
  slim,
  drained,
}: {
  stations: readonly Station[];
  slim: boolean;
  drained: boolean;
}) {
  return (
    <span
      role="img"
      aria-label={railWords(stations)}
      className={clsx("flex h-5 min-w-0 items-center max-sm:pr-0", slim ? "pr-[54px]" : "pr-[61px]")}
    >
      {stations.map((station, index) => {
        const count = station.count ?? 0;
        return (
          <Fragment key={station.stage}>
            {index > 0 && <span className="h-[5px] min-w-1 flex-1 border-y border-rail" />}
            {station.waiting.length > 0 && (
              <Train
                label={String(station.waiting.length)}
                kind="track"
                drained={drained}
                title={`In front of ${station.stage}: ${station.waiting.map(({ label }) => label).join(", ")}`}
              />
            )}
            {station.gateClosed && (
              <span className="mr-1 ml-0.5">
                <Signal closed drained={drained} />
              </span>
            )}
            <span
              title={`${station.stage}: ${count} running${station.standing === "Approval" ? ", waiting for approval" : ""}`}
              className={clsx(
                "num grid size-[18px] shrink-0 place-items-center rounded-full border text-label/none font-semibold",
                count === 0 || drained
                  ? "border-idle-fill bg-idle-tint text-idle"
                  : station.standing === "Approval"
                    ? "border-wait-edge bg-wait-tint text-wait"
                    : "border-run-fill bg-run-tint text-run",
              )}
            >
              {count}
            </span>
          </Fragment>
        );
      })}
    </span>
  );
}
