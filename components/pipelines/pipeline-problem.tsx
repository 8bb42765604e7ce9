"use client";

import Link from "next/link";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { EmptyState } from "@/components/ui/empty-state";
import { Glyph } from "@/components/ui/glyph";
import { StatusIcon } from "@/components/ui/status-icon";
import type { Problem } from "@/lib/contract/problem";
import { pipelinePath } from "@/lib/domain/pipeline-path";
import { problemWords } from "./problem-words";
import { targetHref } from "./target-href";

export interface PipelineProblemProps {
  target: string;
  pipeline: string;
  problem: Problem;
  onRetry: () => void;
}

const LINK =
  "inline-flex h-7 items-center rounded-control border border-line-2 bg-surface px-2.5 font-medium text-ink hover:bg-hover max-sm:h-11";

/** What stands in place of the pipeline when there is nothing of it to show: which of the ways it is, and what next. */
export function PipelineProblem({ target, pipeline, problem, onRetry }: PipelineProblemProps) {
  const words = problemWords(problem, target, pipeline);
  const missing = words.kind === "not-found";
  const details =
    problem.requestId === "none" ? problem.code : `${problem.code}, request ${problem.requestId}`;
  const permission =
    words.kind === "denied" ? /\b[a-z-]+:[A-Z]\w+/.exec(problem.detail ?? "")?.[0] : undefined;
  return (
    <EmptyState
      icon={
        words.kind === "not-found" ? (
          <StatusIcon standing="NotYetRun" size={18} decorative />
        ) : words.kind === "denied" ? (
          <Glyph name="lock" size={18} className="text-bad" />
        ) : words.kind === "waiting" ? (
          <Glyph
            name={problem.code === "aws.throttled" ? "filter" : "broken"}
            size={18}
            className="text-wait"
          />
        ) : (
          <StatusIcon standing="Errored" size={18} decorative />
        )
      }
      title={words.title}
      code={missing ? undefined : [permission, details].filter(Boolean).join("\n")}
      actions={
        <>
          {!missing && (
            <Button variant="primary" onClick={onRetry}>
              Try again
            </Button>
          )}
          {!missing && (
            <CopyButton text={`${problem.title}. ${problem.detail ?? ""} ${details}`} label="Copy details" />
          )}
          {problem.code !== "target.not-found" && missing && (
            <Link className={LINK} href={targetHref(target)}>
              All pipelines of {target}
            </Link>
          )}
          {problem.code === "target.not-found" && (
            <Link className={LINK} href="/">
              All targets
            </Link>
          )}
        </>
      }
    >
      <p className="break-words">{words.text}</p>
      {problem.didYouMean !== undefined && (
        <p>
          Did you mean{" "}
          <Link
            className="font-semibold text-accent hover:underline"
            href={
              problem.code === "target.not-found"
                ? pipelinePath(problem.didYouMean, pipeline)
                : pipelinePath(target, problem.didYouMean)
            }
          >
            {problem.didYouMean}
          </Link>
          ?
        </p>
      )}
    </EmptyState>
  );
}
