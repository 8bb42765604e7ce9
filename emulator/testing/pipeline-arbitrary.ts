import fc from "fast-check";
import type {
  ActionDeclaration,
  ExecutionMode,
  PipelineDeclaration,
  RuleDeclaration,
  StageDeclaration,
  TriggerDeclaration,
} from "../engine/declaration";
import { alarm, condition, rule } from "../operations/testing/conditions";
import { action, approval, pipelineOf, source, stage, task } from "../operations/testing/declarations";

/** Names of the stages random pipelines have, in this order; every one has `Source`, others may lack. */
export const stageNames = ["Source", "Build", "Gate", "Ship", "End"] as const;

const check = rule("VariableCheck", "Check", {
  Variable: "#{variables.WHERE}",
  Value: "here",
  Operator: "EQ",
});
const noVariable = rule("LambdaInvoke", "Alarm", { FunctionName: "f", UserParameters: "#{no.thing}" });
const rules = fc.constantFrom<RuleDeclaration[]>([alarm], [alarm], [alarm, check], [noVariable]);

const sources: fc.Arbitrary<ActionDeclaration> = fc.constantFrom(
  source("App", { namespace: "App" }),
  source("App", {
    namespace: "App",
    configuration: { RepositoryName: "shop", BranchName: "main", PollForSourceChanges: "true" },
  }),
  action("Source/CodeStarSourceConnection", "App", {
    outputs: ["src"],
    namespace: "App",
    configuration: {
      ConnectionArn: "arn:aws:codeconnections:eu-west-1:111122223333:connection/c",
      FullRepositoryId: "o/shop",
      BranchName: "main",
    },
  }),
);
type Filters = Pick<TriggerDeclaration["gitConfiguration"], "push" | "pullRequest">;
const triggers = fc.constantFrom<Filters | undefined>(
  undefined,
  { push: [{ branches: { includes: ["main", "release/*"] } }, { tags: { includes: ["v*"] } }] },
  { pullRequest: [{ events: ["OPEN"], branches: { includes: ["main"] } }] },
);

const doings = fc.array(
  fc.record({ order: fc.integer({ min: 1, max: 3 }), asks: fc.nat(11), uses: fc.nat(8) }),
  { minLength: 1, maxLength: 7, size: "medium" },
);
/** All at once now and then, as many as do not run at once in PARALLEL. */
const actions: fc.Arbitrary<ActionDeclaration[]> = fc.tuple(doings, fc.nat(2)).map(([made, atOnce]) =>
  made.map(({ order, asks, uses }, index) => {
    const runOrder = atOnce === 0 ? 1 : order;
    if (asks < 2) return approval(`Do${index}`, { runOrder, timeoutInMinutes: 600 });
    if (asks === 2) return action("Build/Worker", `Do${index}`, { owner: "Custom", runOrder });
    const parameter = uses === 0 ? "#{App.CommitId}" : "#{codepipeline.PipelineExecutionId}";
    return task(`Do${index}`, { runOrder, configuration: { FunctionName: "f", UserParameters: parameter } });
  }),
);

function onFailureOf(back: "ROLLBACK" | "FAIL"): fc.Arbitrary<StageDeclaration["onFailure"]> {
  const retryConfiguration = { retryMode: "ALL_ACTIONS" };
  return fc.constantFrom<StageDeclaration["onFailure"]>(
    undefined,
    { result: back },
    { result: "RETRY" },
    { result: "RETRY", retryConfiguration },
    { result: "RETRY", ...condition(back) },
    condition("RETRY"),
    condition(back),
  );
}

function laterStage(name: string, mode: ExecutionMode): fc.Arbitrary<StageDeclaration> {
  const back = mode === "PARALLEL" ? "FAIL" : "ROLLBACK";
  return fc
    .record({
      actions,
      entry: fc.constantFrom(undefined, undefined, "FAIL", "SKIP"),
      success: fc.constantFrom(undefined, undefined, "FAIL", back),
      rules,
      onFailure: onFailureOf(back),
    })
    .map(({ actions: made, entry, success, rules: chosen, onFailure }) => {
      const entryRules = entry === "SKIP" ? [check] : chosen;
      return stage(name, made, {
        ...(entry !== undefined && { beforeEntry: condition(entry, entryRules) }),
        ...(success !== undefined && { onSuccess: condition(success, chosen) }),
        ...(onFailure && { onFailure }),
      });
    });
}

/** A pipeline of type V2 of any execution mode, with one to four stages after `Source`. */
export function pipelineArbitrary(name: string): fc.Arbitrary<PipelineDeclaration> {
  return fc.constantFrom<ExecutionMode>("SUPERSEDED", "QUEUED", "PARALLEL").chain((executionMode) =>
    fc
      .record({
        app: sources,
        git: triggers,
        again: fc.boolean(),
        stages: fc.tuple(...stageNames.slice(1).map((each) => laterStage(each, executionMode))),
        kept: fc.subarray([0, 1, 2, 3], { minLength: 1 }),
      })
      .map(({ app, git, again, stages, kept }) => {
        const first = stage("Source", [app], again ? { onFailure: { result: "RETRY" } } : {});
        const later = stages.filter((_, index) => kept.includes(index));
        const isGit = app.actionTypeId.provider === "CodeStarSourceConnection";
        return {
          ...pipelineOf(name, [], { executionMode, pipelineType: "V2" }),
          variables: [{ name: "WHERE", defaultValue: "here" }],
          stages: [first, ...later],
          ...(git &&
            isGit && {
              triggers: [
                {
                  providerType: "CodeStarSourceConnection",
                  gitConfiguration: { sourceActionName: "App", ...git },
                },
              ],
            }),
        };
      }),
  );
}
