import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minute } from "../engine/duration";
import { action, pipelineOf, stage, task } from "./testing/declarations";
import { SmallWorld } from "./testing/small-world";

const conditions = [
  {
    result: "FAIL",
    rules: [
      {
        name: "Alarm",
        ruleTypeId: { category: "Rule", owner: "AWS", provider: "CloudWatchAlarm", version: "1" },
        configuration: { AlarmName: "errors" },
      },
    ],
  },
];

function pipeline(name: string): ReturnType<typeof pipelineOf> {
  const configuration = { InstanceTagKey: "fleet", InstanceType: "EC2", PostScript: "p" };
  const ship = action("Deploy/EC2", "Ship", { inputs: ["src"], configuration });
  return pipelineOf(name, [stage("Ship", [ship], { beforeEntry: { conditions } })]);
}

/** Two pipelines with several executions each, all over. */
function busyWorld(seed = 1): SmallWorld {
  const small = new SmallWorld({ seed });
  small.everyActionTakes(minute);
  for (const name of ["shop", "site"]) {
    small.create(pipeline(name));
    small.pass(10 * minute);
    for (let run = 0; run < 3; run += 1) {
      small.start(name);
      small.pass(10 * minute);
    }
  }
  return small;
}

/** A list, a body that makes it give a token with one item a page, its items, and other bodies of the same list. */
interface List {
  operation: string;
  items: string;
  body: Record<string, unknown>;
  others: ReadonlyArray<Record<string, unknown>>;
}

function listsOf(small: SmallWorld): List[] {
  const [last = "", before = ""] = small.executions("shop").map((each) => each.pipelineExecutionId);
  const shipped = (name: string): string =>
    small.action(name, "Ship", "Ship").latestExecution?.actionExecutionId ?? "";
  const runFilters = [
    { pipelineExecutionId: last },
    { pipelineExecutionId: before },
    { latestInPipelineExecution: { pipelineExecutionId: last, startTimeRange: "All" } },
    { latestInPipelineExecution: { pipelineExecutionId: last, startTimeRange: "Latest" } },
  ];
  const shop = { pipelineName: "shop" };
  const others = [{ pipelineName: "site" }, ...runFilters.map((filter) => ({ ...shop, filter }))];
  return [
    { operation: "ListPipelines", items: "pipelines", body: {}, others: [] },
    {
      operation: "ListPipelineExecutions",
      items: "pipelineExecutionSummaries",
      body: shop,
      others: [
        { pipelineName: "site" },
        { ...shop, filter: { succeededInStage: { stageName: "Source" } } },
        { ...shop, filter: { succeededInStage: { stageName: "Ship" } } },
      ],
    },
    { operation: "ListActionExecutions", items: "actionExecutionDetails", body: shop, others },
    { operation: "ListRuleExecutions", items: "ruleExecutionDetails", body: shop, others },
    {
      operation: "ListDeployActionExecutionTargets",
      items: "targets",
      body: { actionExecutionId: shipped("shop") },
      others: [
        { actionExecutionId: shipped("site") },
        { actionExecutionId: shipped("shop"), ...shop },
        { actionExecutionId: shipped("shop"), filters: [{ name: "TARGET_STATUS", values: ["Succeeded"] }] },
      ],
    },
    { operation: "ListActionTypes", items: "actionTypes", body: {}, others: [] },
    {
      operation: "ListTagsForResource",
      items: "tags",
      body: { resourceArn: "arn:aws:codepipeline:eu-west-1:111122223333:shop" },
      others: [],
    },
  ];
}

type Answer = Record<string, unknown> & { nextToken?: string };

function tokenOf(small: SmallWorld, { operation, body }: List): string {
  return small.ask<Answer>(operation, { ...body, maxResults: 1 }).nextToken ?? "";
}

const noPages = ["ListActionTypes", "ListTagsForResource"];
const refused = "InvalidNextTokenException: ";

describe("tokens of lists", () => {
  const small = busyWorld();
  const lists = listsOf(small);
  const paged = lists.filter(({ operation }) => !noPages.includes(operation));

  it.each(paged.map((list) => [list.operation, list] as const))("of %s lead to the next page", (_, list) => {
    const nextToken = tokenOf(small, list);
    const first = small.ask<Answer>(list.operation, { ...list.body, maxResults: 1 })[list.items];
    const rest = small.ask<Answer>(list.operation, { ...list.body, nextToken })[list.items];
    const all = small.ask<Answer>(list.operation, list.body)[list.items];
    expect([first, rest].flat()).toEqual(all);
    expect(nextToken.length).toBeLessThanOrEqual(2048);
  });

  it.each(paged.map((list) => [list.operation, list] as const))(
    "of %s are refused by every other list",
    (_, list) => {
      const nextToken = tokenOf(small, list);
      for (const { operation, body } of lists) {
        if (operation === list.operation) continue;
        expect(small.refusal(operation, { ...body, nextToken }), operation).toContain(refused);
      }
      expect(small.refusal("ListWebhooks", { NextToken: nextToken })).toContain(refused);
    },
  );

  it.each(paged.map((list) => [list.operation, list] as const))(
    "of %s are refused with other parameters",
    (_, list) => {
      const nextToken = tokenOf(small, list);
      for (const other of list.others)
        expect(small.refusal(list.operation, { ...other, nextToken })).toContain(refused);
    },
  );

  it("are refused in another account, another region and another world", () => {
    const elsewhere = [{ account: "444455556666" }, { region: "us-east-1" }] as const;
    for (const place of elsewhere) small.ask("CreatePipeline", { pipeline: pipeline("shop") }, place);
    for (const list of paged.filter(({ operation }) => operation !== "ListDeployActionExecutionTargets")) {
      const body = { ...list.body, nextToken: tokenOf(small, list) };
      for (const place of elsewhere)
        expect(small.refusal(list.operation, body, place), list.operation).toContain(refused);
      expect(busyWorld(2).refusal(list.operation, body), list.operation).toContain(refused);
    }
  });

  it.each(lists.map((list) => [list.operation, list] as const))(
    "of %s are refused when changed",
    (_, list) => {
      const token = tokenOf(small, list) || "MQ.c2lnbmF0dXJl";
      fc.assert(
        fc.property(fc.nat(token.length - 1), fc.constantFrom("A", "z", "9", ".", "="), (at, character) => {
          fc.pre(token[at] !== character);
          const nextToken = token.slice(0, at) + character + token.slice(at + 1);
          expect(small.refusal(list.operation, { ...list.body, nextToken })).toContain(refused);
        }),
        { numRuns: 20 },
      );
    },
  );

  it("take another size of page", () => {
    for (const list of paged) {
      const body = { ...list.body, nextToken: tokenOf(small, list), maxResults: 2 };
      expect(small.ask<Answer>(list.operation, body)[list.items]).not.toHaveLength(0);
    }
  });

  it("are refused by a pipeline that was made anew under the same name", () => {
    const anew = busyWorld();
    const [list] = listsOf(anew).filter(({ operation }) => operation === "ListPipelineExecutions");
    if (!list) throw new Error("no such list");
    const nextToken = tokenOf(anew, list);
    anew.ask("DeletePipeline", { name: "shop" });
    anew.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
    expect(anew.refusal(list.operation, { ...list.body, nextToken })).toContain(refused);
  });
});

describe("pages of executions", () => {
  it("neither lose nor repeat one while executions start, end and are stopped between the pages", () => {
    const step = fc.constantFrom("start", "pass", "stop", "update" as const);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.integer({ min: 1, max: 3 }), (steps, maxResults) => {
        const world = busyWorld();
        const before = world.executions("shop").map((each) => each.pipelineExecutionId);
        const seen: string[] = [];
        let body: Record<string, unknown> | undefined = { pipelineName: "shop", maxResults };
        for (const next of [...steps, ...Array.from({ length: 4 }, () => "pass")]) {
          if (!body) break;
          const page: Answer = world.ask("ListPipelineExecutions", body);
          const items = page.pipelineExecutionSummaries as Array<{ pipelineExecutionId: string }>;
          seen.push(...items.map((each) => each.pipelineExecutionId));
          body = page.nextToken === undefined ? undefined : { ...body, nextToken: page.nextToken };
          if (next === "start") world.start("shop");
          if (next === "pass") world.pass(minute);
          if (next === "update") world.ask("UpdatePipeline", { pipeline: pipeline("shop") });
          const [newest] = world.executions("shop");
          if (next === "stop" && newest?.status === "InProgress") {
            const { pipelineExecutionId } = newest;
            world.ask("StopPipelineExecution", { pipelineName: "shop", pipelineExecutionId });
          }
        }
        expect(seen).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });
});
