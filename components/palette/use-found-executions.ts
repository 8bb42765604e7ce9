import { useQuery } from "@tanstack/react-query";
import { foundExecutionQueries } from "@/lib/queries/found-execution-queries";
import { type FoundExecution, isIdStart } from "./palette-entries";

const NONE: readonly FoundExecution[] = [];

/** Executions that were seen, of any pipeline, whose id begins with what was typed. */
export function useFoundExecutions(typed: string): readonly FoundExecution[] {
  const { data } = useQuery({
    ...foundExecutionQueries.byId(typed.toLowerCase()),
    enabled: isIdStart(typed),
    select: ({ items }): FoundExecution[] =>
      items.map(({ target, pipeline, id, status }) => ({ target, pipeline, id, about: status })),
  });
  return data ?? NONE;
}
