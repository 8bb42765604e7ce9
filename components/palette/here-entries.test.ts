import { expect, test } from "vitest";
import { checkoutWeb } from "@/components/pipelines/checkout-web-fixture";
import { hereEntries } from "./here-entries";

const HERE = { target: "prod-eu", pipeline: "checkout-web" };
const state = checkoutWeb();
const entries = (typed: string, whyNot: (verb: string) => string | undefined = () => undefined) =>
  hereEntries(typed, HERE, state, whyNot);

test("while nothing is typed there is what the pipeline calls for, and its pages", () => {
  const labels = entries("").map(({ label }) => label);
  expect(labels).toContain("Release a change…");
  expect(labels.some((label) => /^Approve or reject .+ in .+…$/.test(label))).toBe(true);
  expect(labels.some((label) => /^Retry .+…$/.test(label))).toBe(true);
  expect(labels.some((label) => /gate/.test(label))).toBe(false);
  expect(labels).toEqual(expect.arrayContaining(["Open the pipeline", "History", "Structure"]));
});

test("gates are there for who asks for them", () => {
  expect(entries("gate").length).toBeGreaterThan(0);
  expect(entries("gate").every(({ label }) => /^(Open|Close) gate .+…$/.test(label))).toBe(true);
});

test("each press leads to the dialog of the pipeline's page, and names why it is off", () => {
  const release = entries("release", () => "You are a viewer.").find(({ label }) =>
    label.startsWith("Release"),
  );
  expect(release).toMatchObject({
    to: "/pipelines/prod-eu/checkout-web?press=release",
    off: "You are a viewer.",
  });
  const approval = entries("approve")[0];
  expect(approval?.to).toMatch(/\?review=.+%2F.+&execution=.+/);
});

test("a retry names the execution it is about", () => {
  const failed = state.stages.find(({ name }) => name === "Prod");
  const retry = entries("").find(({ label }) => label === "Retry Prod…");
  expect(retry?.to).toBe(
    `/pipelines/prod-eu/checkout-web?press=retry%2FProd&execution=${failed?.executionId}`,
  );
});

test("while the state is not known there are the pages alone", () => {
  expect(hereEntries("", HERE, undefined, () => undefined).map(({ label }) => label)).toEqual([
    "Open the pipeline",
    "History",
    "Structure",
  ]);
});
