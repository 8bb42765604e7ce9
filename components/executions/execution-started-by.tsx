import Link from "next/link";
import { modeWord } from "@/components/pipelines/mode-word";
import { triggerWords } from "@/components/pipelines/trigger-words";
import { KeyValue } from "@/components/ui/key-value";
import type { ExecutionDetail } from "@/lib/domain/execution-detail";
import { exactInstant } from "@/lib/domain/instant-words";
import { structureAddress } from "@/lib/domain/structure-address";

/** What started it, with which declaration, in which mode. */
export function ExecutionStartedBy({ execution }: { execution: ExecutionDetail }) {
  const { target, pipeline, summary, pipelineVersion, currentVersion } = execution;
  const { trigger, startedAt, executionMode } = summary;
  const age =
    currentVersion === undefined || pipelineVersion === undefined
      ? ""
      : currentVersion === pipelineVersion
        ? ", current"
        : `, now ${currentVersion}`;
  const items = [
    trigger !== undefined && {
      key: "Trigger",
      value: (
        <span title={trigger.type}>
          {triggerWords(trigger)}
          {trigger.text !== trigger.type && <span className="text-ink-3">, {trigger.type}</span>}
        </span>
      ),
    },
    startedAt !== undefined && { key: "Started", value: exactInstant(startedAt) },
    pipelineVersion !== undefined && {
      key: "Definition",
      value: (
        <>
          <Link
            href={structureAddress(target, pipeline, pipelineVersion)}
            prefetch={false}
            className="text-accent underline"
          >
            version {pipelineVersion}
          </Link>
          {age}
        </>
      ),
    },
    executionMode !== undefined && { key: "Mode", value: modeWord(executionMode) },
    {
      key: "Execution",
      value: <span className="font-mono text-secondary break-all">{summary.id}</span>,
    },
  ].filter((item) => item !== false);
  return <KeyValue items={items} />;
}
