import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeServer } from "@/components/testing/fake-server";
import { renderAs } from "@/components/testing/render-as";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { pipelineQueries } from "@/lib/queries/pipeline-queries";
import { CommandPalette } from "./command-palette";

const went = vi.hoisted(() => vi.fn<(path: string) => void>());
vi.mock("next/navigation", () => ({ useRouter: () => ({ push: went }), usePathname: () => "/settings" }));

const NOW = "2026-11-22T03:00:00.000Z";

beforeEach(() => {
  went.mockReset();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function row(name: string, status: PipelineRow["status"]): PipelineRow {
  const rest = { executionMode: "QUEUED", running: 0, stations: [], sentence: { text: "" }, asOf: NOW };
  return { target: "prod-eu", name, status, ...rest };
}

function listed(...items: PipelineRow[]) {
  return { items, versions: {}, freshness: {}, now: NOW };
}

const names = () => screen.getAllByRole("option").map(({ textContent }) => textContent);
const chosen = () => screen.getByRole("option", { selected: true }).textContent;

test("Enter goes to the line that was gone to, wherever changes have put it meanwhile", async () => {
  fakeServer(() => new Promise(() => undefined));
  const { client } = renderAs(
    "operator",
    <CommandPalette opener={null} onClose={() => undefined} onKeys={() => undefined} />,
  );
  const tell = (...items: PipelineRow[]) =>
    act(async () => void client.setQueryData(pipelineQueries.list().queryKey, listed(...items)));
  await tell(row("alpha", "Failed"), row("beta", "Failed"), row("gamma", "Succeeded"));
  await screen.findByRole("option", { name: /alpha/ });
  const box = screen.getByRole("combobox");
  fireEvent.keyDown(box, { key: "ArrowDown" });
  expect(chosen()).toContain("beta");
  await tell(row("alpha", "Succeeded"), row("beta", "Failed"), row("gamma", "Failed"));
  // The worst come first: alpha has left its place before beta.
  await vi.waitFor(() => expect(names()[0]).toContain("beta"));
  expect(chosen()).toContain("beta");
  fireEvent.keyDown(box, { key: "Enter" });
  expect(went).toHaveBeenCalledWith("/pipelines/prod-eu/beta");
});
