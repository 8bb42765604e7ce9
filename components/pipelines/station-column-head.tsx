import { StatusIcon } from "@/components/ui/status-icon";
import { Ticket } from "@/components/ui/ticket";
import { Train } from "@/components/ui/train";
import { ConditionPortal } from "./condition-portal";
import { useDrained } from "./drained";
import type { RailStation } from "./full-rail-layout";
import { StationCount } from "./station-count";
import { Track } from "./track";
import { trainTitle } from "./train-title";

/** The station on its track: icon, ticket or train, the line onward and the portals of its conditions. */
export function StationColumnHead({ station, last }: { station: RailStation; last: boolean }) {
  const drained = useDrained();
  const { stage, train, ticket, count } = station;
  const parallel = count !== undefined;
  return (
    <div className="flex h-6 items-center">
      {parallel ? (
        <StationCount count={count} stage={stage} />
      ) : (
        <StatusIcon standing={stage.standing} percent={stage.percentComplete} size={24} drained={drained} />
      )}
      {train !== undefined && (
        <span data-train={train.executionId} data-at={stage.name} className="ml-1.5 inline-flex">
          <Train
            label={train.label}
            kind={train.kind}
            drained={drained}
            title={trainTitle(train, stage.revision)}
          />
        </span>
      )}
      {ticket !== undefined && (
        <span className="ml-1.5 inline-flex">
          <Ticket label={ticket} drained={drained} title={stage.revision?.summary} />
        </span>
      )}
      {stage.onFailure !== undefined && (
        <span className="ml-1.5 mb-1">
          <ConditionPortal condition={stage.onFailure} when="On failure" />
        </span>
      )}
      {last ? (
        stage.onSuccess !== undefined && <Track className="ml-1" />
      ) : (
        <Track
          double={parallel}
          className={
            train === undefined && ticket === undefined ? (parallel ? undefined : "ml-1") : undefined
          }
        />
      )}
      {stage.onSuccess !== undefined && (
        <span className="mb-1 -ml-3.5">
          <ConditionPortal condition={stage.onSuccess} when="On success" />
        </span>
      )}
    </div>
  );
}
