import type { TimelineStage } from "@/lib/domain/execution-detail";

/**
 * Variables that actions have put out, named as a declaration refers to them: `Build.image_tag`. Of several attempts
 * the last counts. What sources say stands with their revisions.
 */
export function putOutVariables(
  stages: readonly TimelineStage[],
): Array<{ name: string; value: string | null; hidden: boolean }> {
  const runs = stages
    .flatMap((stage) => stage.actions)
    .filter((run) => run.category !== "Source" && run.namespace !== undefined);
  const last = new Map(
    runs.flatMap((run) =>
      run.outputVariables.map(({ key, value, hidden }) => {
        const name = `${run.namespace}.${key}`;
        return [name, { name, value, hidden }] as const;
      }),
    ),
  );
  return [...last.values()];
}
