import { cleanup, renderHook } from "@testing-library/react";
import { useMemo } from "react";
import { afterEach, expect, test } from "vitest";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { parseFilter } from "@/lib/domain/pipeline-filter";
import { NO_TAGS } from "@/lib/domain/pipeline-tags";
import { groupsByTarget } from "@/lib/domain/row-groups";
import { useOverviewOrder } from "./overview-order";
import { useOverviewRows } from "./overview-rows";

afterEach(cleanup);

function row(name: string, status = "Succeeded"): PipelineRow {
  const rest = { executionMode: "SUPERSEDED", running: 0, stations: [], sentence: { text: "" }, asOf: null };
  return { target: "prod", name, status, ...rest };
}

const TARGETS = groupsByTarget(["prod"]);

function useShown({ rows, q }: { rows: PipelineRow[]; q: string }) {
  const filter = useMemo(() => parseFilter(q), [q]);
  const { index, wanted } = useOverviewRows(rows, filter, TARGETS, NO_TAGS);
  return useOverviewOrder(index, wanted, q).held;
}

test("a list that came anew and says the same is drawn, with and without a filter", () => {
  const rows = [row("a"), row("b", "Failed")];
  for (const q of ["", "status:failed"]) {
    const { result, rerender } = renderHook(useShown, { initialProps: { rows, q } });
    const keys = result.current.keys;
    rerender({ rows: [...rows], q });
    expect(result.current).toMatchObject({ keys, pending: 0 });
  }
});

test("rows stay where they are, and the order of a new filter is taken at once", () => {
  const rows = [row("a"), row("b")];
  const { result, rerender } = renderHook(useShown, { initialProps: { rows, q: "" } });
  rerender({ rows: [row("a"), row("b", "Failed")], q: "" });
  expect(result.current).toMatchObject({ keys: ["prod/a", "prod/b"], pending: 1 });
  rerender({ rows: [row("a"), row("b", "Failed")], q: "status:failed" });
  expect(result.current).toMatchObject({ keys: ["prod/b"], pending: 0 });
});
