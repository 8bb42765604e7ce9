import { describe, expect, it } from "vitest";
import type { RuleDeclaration } from "../engine/declaration";
import { hour, minute } from "../engine/duration";
import { condition, rule } from "../operations/testing/conditions";
import { pipelineOf, stage, task } from "../operations/testing/declarations";
import { SmallWorld } from "../operations/testing/small-world";

interface RuleRunAnswer {
  status: string;
  output: {
    executionResult: {
      externalExecutionId?: string;
      externalExecutionUrl?: string;
      externalExecutionSummary?: string;
      errorDetails?: { code: string; message: string };
    };
  };
}

/** A world whose pipeline `shop` comes to the rule, as entry condition, after a minute. */
function guardedBy(declared: RuleDeclaration): SmallWorld {
  const small = new SmallWorld();
  small.world.outcomes.add({ provider: "CodeCommit", durationMs: minute });
  small.create(
    pipelineOf("shop", [stage("Ship", [task("Go")], { beforeEntry: condition("FAIL", [declared]) })]),
  );
  small.pass(minute);
  return small;
}

function theRun(small: SmallWorld): RuleRunAnswer | undefined {
  return small.ask<{ ruleExecutionDetails: RuleRunAnswer[] }>("ListRuleExecutions", { pipelineName: "shop" })
    .ruleExecutionDetails[0];
}

const script = { ...rule("Commands", "Script"), commands: ["npm ci", "npm run smoke"] };

describe("rules", () => {
  it("of CodeBuild and Commands name what they ran outside", () => {
    const build = guardedBy(rule("CodeBuild", "Build", { ProjectName: "smoke" }));
    build.pass(hour);
    expect(theRun(build)?.output.executionResult).toMatchObject({
      externalExecutionId: expect.stringMatching(/^smoke:[0-9a-f-]{36}$/),
      externalExecutionUrl: expect.stringContaining("/projects/smoke/build/smoke:"),
      externalExecutionSummary: expect.stringMatching(/^Build smoke:.* succeeded\.$/),
    });
    const shell = guardedBy(script);
    shell.pass(hour);
    expect(theRun(shell)?.output.executionResult).toMatchObject({
      externalExecutionUrl: expect.stringContaining("log-group/%2Faws%2Fcodepipeline%2Fshop"),
      externalExecutionSummary: "Commands succeeded.",
    });
  });

  it("say why they failed", () => {
    const small = guardedBy(script);
    small.world.outcomes.add({ rule: "Script", status: "Failed", times: 1 });
    small.pass(10 * minute);
    small.start("shop");
    small.pass(10 * minute);
    expect(theRun(small)?.output.executionResult.errorDetails).toEqual({
      code: "RuleFailed",
      message: "The command npm run smoke ended with exit code 1.",
    });
  });

  it.each([
    ["Commands after 55 minutes", script, 55 * minute],
    ["everything else after a day", rule("CodeBuild", "Script", { ProjectName: "smoke" }), 24 * hour],
    ["any after a timeout of its own", { ...script, timeoutInMinutes: 5 }, 5 * minute],
  ])("time out: %s", (_what, declared, afterMs) => {
    const small = new SmallWorld();
    small.world.outcomes.add({ provider: "CodeCommit", durationMs: minute });
    small.world.outcomes.add({ rule: "Script", durationMs: 48 * hour });
    const guarded = stage("Ship", [task("Go")], { beforeEntry: condition("FAIL", [declared]) });
    small.create(pipelineOf("shop", [guarded]));
    small.pass(minute + afterMs - 1);
    expect(theRun(small)?.status).toBe("InProgress");
    small.pass(1);
    expect(theRun(small)?.status).toBe("Failed");
  });
});
