"use client";

import { useMutation } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { readExecutionsCsv } from "@/lib/queries/execution-queries";

export interface HistoryCsvProps {
  target: string;
  pipeline: string;
  /** Query of GET …/executions. */
  filter: Readonly<Record<string, string>>;
}

/** Saves all executions that pass the filter as a file for a spreadsheet. */
export function HistoryCsv({ target, pipeline, filter }: HistoryCsvProps) {
  const { mutate, isPending, isError } = useMutation({
    mutationFn: () => readExecutionsCsv(target, pipeline, filter),
    onSuccess: (csv) => {
      const address = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
      const link = document.createElement("a");
      link.href = address;
      link.download = `${target}-${pipeline}-executions.csv`;
      link.click();
      URL.revokeObjectURL(address);
    },
  });
  return (
    <Button aria-busy={isPending} onClick={() => !isPending && mutate()}>
      {isError ? "CSV, try again" : "CSV"}
    </Button>
  );
}
