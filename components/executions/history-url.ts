import { useSearchParams } from "next/navigation";
import { useMemo } from "react";

const STATUS = /^[A-Za-z]{1,40}$/;

/** Statuses of a `status` parameter, each once, in a fixed order; what cannot be one is left out. */
export function readStatuses(text: string | null): string[] {
  return [...new Set((text ?? "").split(","))].filter((word) => STATUS.test(word)).toSorted();
}

/** The statuses a person has chosen, kept in the address: `?status=Failed,Stopped`; none is all. */
export function useHistoryUrl(): { statuses: string[]; choose: (statuses: readonly string[]) => void } {
  const text = useSearchParams().get("status");
  const statuses = useMemo(() => readStatuses(text), [text]);
  return {
    statuses,
    choose: (next) => {
      const query = new URLSearchParams(window.location.search);
      if (next.length === 0) query.delete("status");
      else query.set("status", next.join(","));
      const words = query.toString().replaceAll("%2C", ",");
      const path = window.location.pathname;
      window.history.replaceState(null, "", words === "" ? path : `${path}?${words}`);
    },
  };
}
