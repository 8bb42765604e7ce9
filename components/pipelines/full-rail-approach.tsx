import { GateButton } from "@/components/presses/gate-button";
import { Signal } from "@/components/ui/signal";
import { Train } from "@/components/ui/train";
import { ConditionPortal } from "./condition-portal";
import { useDrained } from "./drained";
import { drawnWaiting, type RailStation } from "./full-rail-layout";
import { GateCard } from "./gate-card";
import { Track } from "./track";
import { trainTitle } from "./train-title";

/** What lies on the track in front of a station: waiting trains, the signal, the portal before entry; beneath it, why. */
export function FullRailApproach({ station, first }: { station: RailStation; first: boolean }) {
  const drained = useDrained();
  const { closed, occupied, waiting, beforeEntry } = station.approach;
  const { drawn, more } = drawnWaiting(waiting);
  const double = station.count !== undefined;
  return (
    <div className="flex min-w-0 flex-col">
      <div className="mt-6 flex h-6 items-center justify-end">
        {first && !closed && waiting.length === 0 ? (
          <span className="flex-1" />
        ) : (
          <Track double={double} className={closed && waiting.length === 0 ? "mr-0.5" : undefined} />
        )}
        {drawn.toReversed().map((train, index) => (
          <span
            key={train.executionId}
            data-train={train.executionId}
            data-at={`before ${station.stage.name}`}
            className={index > 0 ? "ml-1 inline-flex" : "inline-flex"}
          >
            <Train
              label={train.label}
              kind={train.kind}
              more={index === drawn.length - 1 ? more : 0}
              drained={drained}
              title={trainTitle(train, train.revisions?.[0])}
            />
          </span>
        ))}
        {closed && (
          <span className="mx-0.5">
            <Signal closed size="full" drained={drained} />
          </span>
        )}
        {beforeEntry !== undefined && (
          <span className="relative flex h-6 w-[18px] shrink-0 items-center">
            {!closed && <Track double={double} />}
            <span className="absolute -top-1.5 left-0.5">
              <ConditionPortal condition={beforeEntry} when="Before entry" />
            </span>
          </span>
        )}
      </div>
      {occupied && <p className="mt-1 mr-2 self-end text-label text-ink-3">stage is occupied</p>}
      {closed && (
        <div className={beforeEntry === undefined ? "mt-1 mr-1.5 ml-1" : "mt-1 ml-1 mr-[18px]"}>
          <GateCard stage={station.stage} button={<GateButton stage={station.stage.name} />} />
        </div>
      )}
    </div>
  );
}
