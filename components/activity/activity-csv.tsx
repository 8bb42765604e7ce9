"use client";

import { useMutation } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { readActivityCsv } from "@/lib/queries/activity-queries";

/** Saves all presses that pass the filter as a file for a spreadsheet. */
export function ActivityCsv({ filter }: { filter: Readonly<Record<string, string>> }) {
  const { mutate, isPending, isError } = useMutation({
    mutationFn: () => readActivityCsv(filter),
    onSuccess: (csv) => {
      const address = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
      const link = document.createElement("a");
      link.href = address;
      link.download = "pipedeck-activity.csv";
      link.click();
      URL.revokeObjectURL(address);
    },
  });
  return <Button onClick={() => !isPending && mutate()}>{isError ? "CSV, try again" : "CSV"}</Button>;
}
