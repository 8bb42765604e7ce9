import type { ActionRun } from "../execution-detail";
import type { Instant } from "../instant";

/** A run of a build, from one instant to another; without an end it goes on. */
export function buildRun(
  name: string,
  startedAt: Instant,
  endedAt: Instant | undefined,
  facts: Partial<ActionRun> = {},
): ActionRun {
  const status = endedAt === undefined ? "InProgress" : "Succeeded";
  return {
    id: `${name}-${facts.attempt ?? 1}`,
    name,
    attempt: 1,
    runOrder: 1,
    category: "Build",
    owner: "AWS",
    provider: "CodeBuild",
    standing: status,
    status,
    startedAt,
    endedAt,
    configuration: [],
    resolvedConfiguration: [],
    inputArtifacts: [],
    outputArtifacts: [],
    outputVariables: [],
    ...facts,
  };
}
