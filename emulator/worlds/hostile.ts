import type { CallContext } from "../engine/call-context";
import type { ActionDeclaration, PipelineDeclaration, StageDeclaration } from "../engine/declaration";
import { day, hour, minute, second } from "../engine/duration";
import { World } from "../engine/world";
import { execute } from "../operations/execute";
import { ACME_ACCOUNTS } from "./acme-accounts";
import { sessionArn } from "./acme-people";
import { declarationOf, type Place } from "./acme-pipeline";
import { approval, build, gitSource } from "./action-parts";
import { longName, longText, MARKUP, RIGHT_TO_LEFT, SCRIPT_LINK, unbroken } from "./hostile-texts";
import { askFunction } from "./rule-parts";

const PLACE: Place = { account: ACME_ACCOUNTS.dev, region: "eu-west-1" };
const CALLER: CallContext = {
  ...PLACE,
  partition: "aws",
  principalArn: sessionArn(PLACE.account, "infrastructure", longName("caller").slice(0, 64)),
  sessionName: longName("caller").slice(0, 64),
  requestId: "hostile",
  endpoint: "http://emulator",
};
const STAGES = 50;
const PARALLEL_ACTIONS = 100;
/** Longest revision summary, and how often it is pushed. */
const LONGEST_SUMMARY = 2048;
const RUNS = 12;

/** A pipeline of this world, what its source hears, and what its actions say. */
interface Hostile {
  name: string;
  mode?: "QUEUED" | "PARALLEL";
  stages: StageDeclaration[];
  messages: readonly string[];
  author: string;
  tags: Record<string, string>;
  variables?: PipelineDeclaration["variables"];
}

function source(name: string): StageDeclaration {
  return { name: longName("Source"), actions: [gitSource("code", name, "code", "Code")] };
}

function question(name: string, text: string): ActionDeclaration {
  const asked = approval(name, text, "", 10_080);
  return { ...asked, configuration: { CustomData: text.slice(0, 1000), ExternalEntityLink: SCRIPT_LINK } };
}

/** As many stages as there may be, each called as long as it may be. */
function tall(): Hostile {
  const name = longName("tall");
  const stages = Array.from({ length: STAGES - 1 }, (_, index) => ({
    name: longName(`stage-${index + 1}`),
    actions: [build({ name: longName(`action-${index + 1}`), from: ["code"] }, unbroken(100))],
  }));
  const messages = [unbroken(LONGEST_SUMMARY), longText(LONGEST_SUMMARY), ""];
  return { name, stages: [source(name), ...stages], messages, author: unbroken(300), tags: manyTags() };
}

/** As many actions side by side as there may be, of which some fail with all the words there may be. */
function broad(): Hostile {
  const name = longName("broad");
  const actions = Array.from({ length: PARALLEL_ACTIONS }, (_, index) =>
    build({ name: longName(`part-${index + 1}`), from: ["code"] }, unbroken(100)),
  );
  return {
    name,
    mode: "PARALLEL",
    stages: [source(name), { name: longName("All"), actions }],
    messages: [longText(LONGEST_SUMMARY), RIGHT_TO_LEFT],
    author: RIGHT_TO_LEFT,
    tags: { team: RIGHT_TO_LEFT },
  };
}

/** Markup and addresses that run scripts, wherever a text may be. */
function markup(): Hostile {
  const name = "markup";
  return {
    name,
    mode: "QUEUED",
    stages: [
      source(name),
      {
        name: "Build",
        actions: [build({ name: "package", from: ["code"], to: ["package"] }, MARKUP)],
        onSuccess: { conditions: [{ result: "FAIL", rules: [askFunction("ask", MARKUP)] }] },
      },
      { name: "Approve", actions: [question("decide", `${MARKUP} ${SCRIPT_LINK}`)] },
      { name: "Prod", actions: [build({ name: "deploy", from: ["package"] }, MARKUP)] },
    ],
    messages: [MARKUP, `${MARKUP}\n\n${SCRIPT_LINK}\nSHOP-1`, longText(LONGEST_SUMMARY)],
    author: MARKUP,
    tags: { "<b>team</b>": MARKUP.slice(0, 256), constructor: "x", team: MARKUP.slice(0, 256) },
    variables: [{ name: "text", defaultValue: MARKUP, description: MARKUP.slice(0, 200) }],
  };
}

/** Everything from right to left, waiting for a person. */
function backwards(): Hostile {
  const name = "right-to-left";
  return {
    name,
    stages: [
      source(name),
      { name: "Approve", actions: [question("decide", RIGHT_TO_LEFT)] },
      { name: "Prod", actions: [build({ name: "deploy", from: ["code"] }, "deploy")] },
    ],
    messages: [RIGHT_TO_LEFT],
    author: RIGHT_TO_LEFT,
    tags: { team: RIGHT_TO_LEFT, فريق: "א" },
    variables: [{ name: "text", defaultValue: RIGHT_TO_LEFT, description: RIGHT_TO_LEFT }],
  };
}

function manyTags(): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [`${longName(`key-${index}`)}`, unbroken(256)]),
  );
}

function create(world: World, hostile: Hostile): void {
  const { name, mode, stages, tags, variables } = hostile;
  execute(world, CALLER, "CreatePipeline", {
    pipeline: declarationOf(PLACE, { name, mode, stages, variables }),
    tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
  });
}

/** What actions say of themselves from now on. */
function script(world: World, names: { tall: string; broad: string }): void {
  world.outcomes.add({ provider: "CodeBuild", durationMs: second, externalExecutionUrl: SCRIPT_LINK });
  const message = longText(5000);
  for (const index of [3, 50, 100]) {
    const action = longName(`part-${index}`);
    world.outcomes.add({ pipeline: names.broad, action, errorDetails: { code: unbroken(100), message } });
  }
  world.outcomes.add({
    pipeline: names.tall,
    action: longName("action-49"),
    errorDetails: { code: "JobFailed", message: unbroken(5000) },
  });
  world.outcomes.add({ pipeline: "markup", action: "package", durationMs: second, summary: MARKUP });
  world.outcomes.add({
    pipeline: "markup",
    rule: "ask",
    durationMs: second,
    summary: MARKUP,
    externalExecutionUrl: SCRIPT_LINK,
  });
}

/**
 * Names, texts, addresses and numbers as bad as AWS lets them be: for pages, and for whoever writes tools. The same `seed`
 * and `now` (epoch ms) make the same world.
 */
export function buildHostile(seed: number, now: number): World {
  const world = new World({ seed, now: now - day });
  world.events.recording = false;
  const all = [tall(), broad(), markup(), backwards()];
  script(world, { tall: longName("tall"), broad: longName("broad") });
  for (const hostile of all) create(world, hostile);
  world.advanceTo(world.now + hour);
  for (let run = 0; run < RUNS; run += 1) {
    for (const { name: pipeline, messages, author } of all) {
      const summary = messages[run % messages.length] || undefined;
      world.addRevision({ ...PLACE, pipeline, action: "code", summary, author, url: SCRIPT_LINK });
    }
    world.advanceTo(world.now + 30 * minute);
  }
  for (const { name, stages } of all)
    execute(world, CALLER, "DisableStageTransition", {
      pipelineName: name,
      stageName: stages.at(-1)?.name,
      transitionType: "Inbound",
      reason: "x".repeat(300),
    });
  world.advanceTo(now);
  world.events.recording = true;
  return world;
}
