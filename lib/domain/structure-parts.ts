import type {
  DeclaredAction,
  DeclaredCondition,
  DeclaredEntry,
  DeclaredRule,
  DeclaredStage,
  DeclaredStore,
  DeclaredTrigger,
  DeclaredVariable,
  PipelineStructure,
} from "./structure";
import { filterWords, listWords } from "./trigger-filter";

/** What a declaration is made of. */
export type PartKind =
  | "pipeline"
  | "store"
  | "variable"
  | "trigger"
  | "filter"
  | "stage"
  | "condition"
  | "rule"
  | "action";

/** One thing that is said of a part: `{key: "configuration", of: "BranchName", value: "main"}`. A withheld value is null. */
export interface Fact {
  key: string;
  /** The configuration key, environment variable or artifact it is said of. */
  of?: string;
  value: string | null;
  mark?: string;
}

/** A part of a declaration with what is said of it and what it is made of. Names are unique among parts of one kind in one place. */
export interface Part {
  kind: PartKind;
  name: string;
  facts: Fact[];
  parts: Part[];
}

/** A declaration as a tree of parts, so that two of them can be compared by meaning. Its version and dates are no part of it. */
export function structureParts(structure: PipelineStructure): Part {
  const { artifactStores = [], variables, triggers, stages } = structure;
  return part(
    "pipeline",
    structure.name,
    [
      fact("executionMode", structure.executionMode),
      fact("pipelineType", structure.pipelineType),
      fact("roleArn", structure.roleArn),
    ],
    [
      ...apart(artifactStores.map(storePart)),
      ...apart(variables.map(variablePart)),
      ...apart(triggers.map(triggerPart)),
      ...apart(stages.map(stagePart)),
    ],
  );
}

function storePart({ region, type, location, encryptionKey }: DeclaredStore): Part {
  return part("store", region ?? "", [
    fact("storeType", type),
    fact("location", location),
    fact("encryptionKey", encryptionKey?.id),
    fact("encryptionKeyType", encryptionKey?.type),
  ]);
}

function variablePart(variable: DeclaredVariable): Part {
  const { name, description, hasDefault, defaultValue, mark } = variable;
  return part("variable", name, [
    hasDefault
      ? { key: "defaultValue", value: defaultValue ?? null, ...(mark !== undefined && { mark }) }
      : [],
    fact("description", description),
  ]);
}

function triggerPart({ provider, sourceAction, filters }: DeclaredTrigger): Part {
  const filterParts = filters.map((filter) => part("filter", filterWords(filter), []));
  return part("trigger", sourceAction, [fact("provider", provider)], apart(filterParts));
}

function stagePart(stage: DeclaredStage): Part {
  const conditions = [
    conditionPart("beforeEntry", stage.beforeEntry),
    conditionPart("onSuccess", stage.onSuccess),
    // Without rules it is no more than the result of a failure, which is said of the stage.
    conditionPart("onFailure", isPlainResult(stage) ? undefined : stage.onFailure),
  ].flat();
  return part(
    "stage",
    stage.name,
    [
      fact("retryMode", stage.retryMode),
      fact("failureResult", stage.failureResult),
      (stage.blockers ?? []).map(({ name, type }) => ({ key: "blocker", of: name, value: type })),
    ].flat(),
    [...conditions, ...apart(stage.actions.map(actionPart))],
  );
}

function isPlainResult({ onFailure, failureResult }: DeclaredStage): boolean {
  return onFailure?.rules.length === 0 && onFailure.result === failureResult;
}

function conditionPart(name: string, condition: DeclaredCondition | undefined): Part[] {
  if (condition === undefined) return [];
  return [part("condition", name, [fact("result", condition.result)], apart(condition.rules.map(rulePart)))];
}

function rulePart(rule: DeclaredRule): Part {
  return part("rule", rule.name, [
    fact("provider", rule.provider),
    fact("owner", rule.owner),
    fact("version", rule.version),
    fact("region", rule.region),
    fact("roleArn", rule.roleArn),
    fact("timeout", rule.timeoutMs),
    list("inputArtifacts", rule.inputArtifacts),
    commands(rule.commands ?? 0, rule.commandsMark),
    entries("configuration", rule.configuration),
  ]);
}

function actionPart(action: DeclaredAction): Part {
  return part("action", action.name, [
    fact("category", action.category),
    fact("owner", action.owner),
    fact("provider", action.provider),
    fact("version", action.version),
    fact("runOrder", action.runOrder),
    fact("region", action.region),
    fact("roleArn", action.roleArn),
    fact("namespace", action.namespace),
    fact("timeout", action.timeoutMs),
    list("inputArtifacts", action.inputArtifacts),
    list("outputArtifacts", action.outputArtifacts),
    (action.artifactFiles ?? []).flatMap(({ artifact, files }) => list("files", files, artifact)),
    list("outputVariables", action.outputVariables),
    commands(action.commands, action.commandsMark),
    entries("configuration", action.configuration),
    entries("environment", action.environment),
    (action.environment ?? []).flatMap(({ key, type }) =>
      type === undefined ? [] : [{ key: "environmentType", of: key, value: type }],
    ),
  ]);
}

function part(kind: PartKind, name: string, facts: Array<Fact | Fact[]>, parts: Part[] = []): Part {
  return { kind, name, facts: factsApart(facts.flat()), parts };
}

function factsApart(facts: readonly Fact[]): Fact[] {
  const taken = new Set<string>();
  return facts.map((each) => {
    let { of } = each;
    for (let place = 2; taken.has(`${each.key} ${of ?? ""}`); place += 1) of = `${each.of ?? ""} (${place})`;
    taken.add(`${each.key} ${of ?? ""}`);
    return of === each.of ? each : { ...each, of };
  });
}

function fact(key: string, value: string | number | undefined): Fact[] {
  return value === undefined ? [] : [{ key, value: String(value) }];
}

function list(key: string, items: readonly string[] | undefined, of?: string): Fact[] {
  if (items === undefined || items.length === 0) return [];
  return [{ key, ...(of !== undefined && { of }), value: listWords(items) }];
}

function commands(count: number, mark: string | undefined): Fact[] {
  if (count === 0) return [];
  return [
    { key: "commands", value: String(count) },
    { key: "commandTexts", value: null, ...(mark !== undefined && { mark }) },
  ];
}

function entries(key: string, of: readonly DeclaredEntry[] | undefined): Fact[] {
  return (of ?? []).map((entry) => ({
    key,
    of: entry.key,
    value: entry.hidden ? null : entry.value,
    ...(entry.mark !== undefined && { mark: entry.mark }),
  }));
}

/** Parts of one kind with names that are unique; AWS has no two of one name in one place, but what it sends may. */
function apart(parts: readonly Part[]): Part[] {
  const taken = new Set<string>();
  return parts.map((each) => {
    let { name } = each;
    for (let place = 2; taken.has(name); place += 1) name = `${each.name} (${place})`;
    taken.add(name);
    return name === each.name ? each : { ...each, name };
  });
}
