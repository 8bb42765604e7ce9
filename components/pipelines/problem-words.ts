import type { Problem } from "@/lib/contract/problem";
import { reasonWords } from "./reason-words";

/** A problem in words for the pipeline page. `kind` chooses its icon and what can be done. */
export interface ProblemWords {
  kind: "not-found" | "denied" | "waiting" | "error";
  title: string;
  text: string;
}

/** Words for each of our codes; one without words here is told by its own title. */
export function problemWords(problem: Problem, target: string, pipeline: string): ProblemWords {
  const detail = problem.detail ?? "";
  switch (problem.code) {
    case "pipeline.not-found":
      return {
        kind: "not-found",
        title: `No pipeline “${pipeline}” in ${target}`,
        text: "Nothing by that name here now. It may have been deleted or renamed.",
      };
    case "target.not-found":
      return {
        kind: "not-found",
        title: `No target “${target}”`,
        text: "A target is one account in one region, named in the configuration. None has this id.",
      };
    case "request.invalid":
      return {
        kind: "not-found",
        title: "No pipeline can have this address",
        text: problem.errors?.map(({ field, message }) => `${field} ${message}`).join(". ") ?? detail,
      };
    case "aws.denied":
      return { kind: "denied", title: `${target} may not be read`, text: detail || problem.title };
    case "auth.forbidden":
      return { kind: "denied", title: "Your role may not see this", text: detail || problem.title };
    case "aws.throttled":
      return {
        kind: "waiting",
        title: `AWS is throttling ${target}`,
        text: "Nothing of this pipeline has been read yet. It is read as soon as AWS lets us; this page follows by itself.",
      };
    case "aws.unreachable":
    case "aws.timeout":
      return {
        kind: "waiting",
        title: `${target} does not answer`,
        text: `${reasonWords(detail || problem.title)}. This page tries again by itself; other targets are not affected.`,
      };
    case "network.lost":
      return { kind: "waiting", title: problem.title, text: detail };
    default:
      return { kind: "error", title: `${pipeline} could not be read`, text: detail || problem.title };
  }
}
