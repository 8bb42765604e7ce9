import fc from "fast-check";
import { expect, test } from "vitest";
import { artifactLinks, linksOf } from "./artifact-links";
import { action, stage } from "./testing/line";

const io = (name: string, runOrder: number, inputArtifacts: string[], outputArtifacts: string[]) =>
  action(name, { runOrder, inputArtifacts, outputArtifacts });
const line = [
  stage("Source", { actions: [io("app-repo", 1, [], ["app"]), io("infra-repo", 1, [], ["infra"])] }),
  stage("Build", {
    actions: [io("bundle", 2, ["app", "deps"], ["bundle"]), io("deps", 1, ["app"], ["deps"])],
  }),
  stage("Prod", {
    actions: [io("deploy-eu", 1, ["bundle", "infra", "nowhere"], []), io("deploy-us", 1, ["bundle"], [])],
  }),
];
const said = artifactLinks(line).map(
  ({ artifact, from, to }) => `${artifact}: ${from.stage}.${from.action} > ${to.stage}.${to.action}`,
);

test("each input leads back to the action that put it out, also within a stage", () => {
  expect(said).toEqual([
    "app: Source.app-repo > Build.deps",
    "app: Source.app-repo > Build.bundle",
    "deps: Build.deps > Build.bundle",
    "bundle: Build.bundle > Prod.deploy-eu",
    "infra: Source.infra-repo > Prod.deploy-eu",
    "bundle: Build.bundle > Prod.deploy-us",
  ]);
});

test("an action has what leads to it and what leads on from it", () => {
  const { into, outOf } = linksOf(artifactLinks(line), { stage: "Build", action: "bundle" });
  expect(into.map(({ artifact }) => artifact)).toEqual(["app", "deps"]);
  expect(outOf.map(({ to }) => to.action)).toEqual(["deploy-eu", "deploy-us"]);
});

test("no link leads back along the line, and each input has one at most", () => {
  const artifacts = fc.subarray(["a", "b", "c"]);
  const anyAction = fc.tuple(fc.integer({ min: 1, max: 3 }), artifacts, artifacts);
  const anyLine = fc.array(fc.array(anyAction, { maxLength: 4 }), { maxLength: 4 });
  fc.assert(
    fc.property(anyLine, (shape) => {
      const stages = shape.map((actions, at) =>
        stage(`s${at}`, {
          actions: actions.map(([order, ins, outs], index) => io(`a${index}`, order, ins, outs)),
        }),
      );
      const links = artifactLinks(stages);
      const at = ({ stage: name, action: of }: { stage: string; action: string }) => {
        const index = stages.findIndex((one) => one.name === name);
        const order = stages[index]?.actions.find((one) => one.name === of)?.runOrder ?? 0;
        return index * 10 + order;
      };
      for (const { from, to } of links) expect(at(from)).toBeLessThan(at(to));
      const taken = links.map(({ artifact, to }) => `${artifact} ${to.stage} ${to.action}`);
      expect(new Set(taken).size).toBe(taken.length);
    }),
  );
});
