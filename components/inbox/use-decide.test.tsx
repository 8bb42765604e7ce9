import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { InboxItem } from "@/lib/domain/inbox-item";
import { useDecide } from "./use-decide";

const went = vi.hoisted(() => vi.fn<(to: string) => void>());
vi.mock("next/navigation", () => ({ useRouter: () => ({ push: went }) }));

afterEach(() => {
  cleanup();
  went.mockReset();
});

const failed: InboxItem = {
  id: "failure/prod-eu/shop/Prod/e1",
  target: "prod-eu",
  pipeline: "shop",
  kind: "failure",
  stage: "Prod",
  executionId: "e1",
  standing: "Failed",
  title: "e1 failed in Prod",
  text: "",
  behind: 0,
};

test("a decision opens beside the list, and on the page of the execution where that alone tells what failed", () => {
  const change = vi.fn<(patch: object) => void>();
  const decide = renderHook(() => useDecide(change)).result.current;
  decide(failed);
  expect(change.mock.calls).toMatchObject([[{ press: "retry/Prod", execution: "e1" }]]);
  expect(went).not.toHaveBeenCalled();
  decide({ ...failed, ownPage: true });
  expect(change).toHaveBeenCalledOnce();
  expect(went.mock.calls).toEqual([["/pipelines/prod-eu/shop/executions/e1"]]);
});
