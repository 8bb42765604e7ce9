"use client";

import { usePerson } from "@/components/layout/session-provider";
import { DrainedContext } from "@/components/pipelines/drained";
import { MissingPermissions } from "@/components/pipelines/missing-permissions";
import { PipelineFreshnessBanner } from "@/components/pipelines/pipeline-freshness-banner";
import { useWhyNot } from "@/components/presses/use-why-not";
import type { FirstReply } from "@/lib/contract/first-reply";
import { isInFlight } from "@/lib/domain/in-flight";
import { isDrained } from "@/lib/domain/row-drained";
import { accessQueries } from "@/lib/queries/access-queries";
import { executionQueries, useExecution } from "@/lib/queries/execution-queries";
import { useFirstData } from "@/lib/queries/first-data";
import { useAtNow } from "@/lib/queries/server-now";
import { ExecutionBoard } from "./execution-board";
import { ExecutionButtons, type OnPress } from "./execution-buttons";
import { ExecutionDialogs } from "./execution-dialogs";
import { ExecutionHeading } from "./execution-heading";
import { executionOffers } from "./execution-offers";
import { ExecutionProblem } from "./execution-problem";
import { ExecutionSkeleton } from "./execution-skeleton";
import { useExecutionParams } from "./use-execution-params";

export interface ExecutionPageProps {
  target: string;
  pipeline: string;
  id: string;
  /** What the page came with. */
  first?: { execution: FirstReply | null; presses: FirstReply | null };
  /** What may be pressed here, as the page came with it. */
  access?: FirstReply | null;
}

/** The page of one execution: why it failed, when everything happened, what it carries and who pressed what. */
export function ExecutionPage({ target, pipeline, id, first, access = null }: ExecutionPageProps) {
  useFirstData(
    [accessQueries.at({ target, pipeline }).queryKey, access],
    [executionQueries.detail(target, pipeline, id).queryKey, first?.execution ?? null],
    [executionQueries.presses(target, pipeline, id).queryKey, first?.presses ?? null],
  );
  const { reply, problem, retry } = useExecution(target, pipeline, id);
  const { params, change } = useExecutionParams();
  const person = usePerson();
  const whyNot = useWhyNot({ target, pipeline });
  const execution = reply?.execution;
  const running = execution !== undefined && isInFlight(execution.summary.status);
  const stop = running ? { off: whyNot("stop"), onStop: () => change({ stop: id }) } : undefined;
  const offers = execution === undefined ? [] : executionOffers(execution, whyNot);
  const onPress: OnPress = (open) => change({ ...open, execution: id });
  const pressing = [params.review, params.stop, params.press, params.receipt].some(
    (each) => each !== undefined,
  );
  return (
    <Drained reply={reply}>
      <ExecutionHeading
        target={target}
        pipeline={pipeline}
        id={id}
        execution={execution}
        freshness={reply?.freshness}
        stop={stop}
        buttons={<ExecutionButtons offers={offers} onPress={onPress} />}
      />
      {reply === undefined && problem === undefined && <ExecutionSkeleton />}
      {reply === undefined && problem !== undefined && (
        <ExecutionProblem target={target} pipeline={pipeline} id={id} problem={problem} onRetry={retry} />
      )}
      {reply !== undefined && execution !== undefined && (
        <>
          <PipelineFreshnessBanner
            target={target}
            pipeline={pipeline}
            reply={reply}
            problem={problem}
            onTryNow={retry}
          />
          <MissingPermissions target={target} denied={execution.denied} />
          <ExecutionBoard
            execution={execution}
            params={params}
            change={change}
            stop={stop}
            buttons={<ExecutionButtons offers={offers} onPress={onPress} large />}
          />
        </>
      )}
      {pressing && (
        <ExecutionDialogs
          target={target}
          pipeline={pipeline}
          params={params}
          change={change}
          person={person}
        />
      )}
    </Drained>
  );
}

type Reply = ReturnType<typeof useExecution>["reply"];

/** What has ended stays as it was however old the answer is; what runs loses its colour. */
function Drained({ reply, children }: { reply: Reply; children: React.ReactNode }) {
  const drained = useAtNow(
    (now) =>
      reply !== undefined &&
      now !== 0 &&
      isInFlight(reply.execution.summary.status) &&
      isDrained({ asOf: reply.freshness.asOf, freshness: reply.freshness, repliedAt: reply.now }, now),
  );
  return <DrainedContext value={drained}>{children}</DrainedContext>;
}
