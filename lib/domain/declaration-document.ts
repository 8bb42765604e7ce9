import type {
  DeclaredAction,
  DeclaredCondition,
  DeclaredEntry,
  DeclaredRule,
  DeclaredStage,
  DeclaredTrigger,
  PipelineStructure,
} from "./structure";

/** What stands in a document where a value is withheld. */
export const WITHHELD = "(withheld by Pipedeck)";

/** A value of a document; members that are undefined are absent. */
export type DocumentValue = string | number | undefined | DocumentValue[] | { [key: string]: DocumentValue };

/** A declaration in the form GetPipeline answers and UpdatePipeline takes, but for the values that are withheld. */
export function declarationDocument(structure: PipelineStructure): { pipeline: DocumentValue } {
  const { artifactStores = [], triggers, variables } = structure;
  const stores = artifactStores.map(
    ({ region, type, location, encryptionKey }) =>
      [region, { type, location, encryptionKey: encryptionKey && { ...encryptionKey } }] as const,
  );
  const regional = stores.flatMap(([region, store]) =>
    region === undefined ? [] : [[region, store] as const],
  );
  return {
    pipeline: {
      name: structure.name,
      roleArn: structure.roleArn,
      artifactStore: stores.find(([region]) => region === undefined)?.[1],
      artifactStores: regional.length === 0 ? undefined : Object.fromEntries(regional),
      stages: structure.stages.map(stageDocument),
      version: structure.version,
      executionMode: structure.executionMode,
      pipelineType: structure.pipelineType,
      variables: filled(
        variables.map(({ name, hasDefault, defaultValue, description }) => ({
          name,
          defaultValue: hasDefault ? (defaultValue ?? WITHHELD) : undefined,
          description,
        })),
      ),
      triggers: filled(triggers.map(triggerDocument)),
    },
  };
}

/** How many values of a declaration are withheld. */
export function countWithheld({ stages, variables }: PipelineStructure): number {
  const hidden = (entries: readonly DeclaredEntry[] = []) => entries.filter((entry) => entry.hidden).length;
  const rules = stages.flatMap(({ beforeEntry, onSuccess, onFailure }) =>
    [beforeEntry, onSuccess, onFailure].flatMap((condition) => condition?.rules ?? []),
  );
  const actions = stages.flatMap((stage) => stage.actions);
  const counts = [
    ...[...actions, ...rules].map(({ configuration, commands = 0 }) => hidden(configuration) + commands),
    ...actions.map(({ environment }) => environment?.length ?? 0),
    variables.filter((variable) => variable.hasDefault && variable.defaultValue === undefined).length,
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}

function stageDocument(stage: DeclaredStage): DocumentValue {
  const { name, blockers = [], actions, beforeEntry, onSuccess, onFailure, retryMode, failureResult } = stage;
  const failure = {
    result: failureResult,
    retryConfiguration: retryMode === undefined ? undefined : { retryMode },
    conditions: onFailure && onFailure.rules.length > 0 ? [conditionDocument(onFailure)] : undefined,
  };
  const fails = Object.values(failure).some((value) => value !== undefined);
  return {
    name,
    blockers: filled(blockers.map((blocker) => ({ ...blocker }))),
    actions: actions.map(actionDocument),
    onFailure: fails ? failure : undefined,
    onSuccess: onSuccess && { conditions: [conditionDocument(onSuccess)] },
    beforeEntry: beforeEntry && { conditions: [conditionDocument(beforeEntry)] },
  };
}

function actionDocument(action: DeclaredAction): DocumentValue {
  const { category, owner, provider, version, environment = [], artifactFiles = [] } = action;
  const filesOf = new Map(artifactFiles.map(({ artifact, files }) => [artifact, files]));
  return {
    name: action.name,
    actionTypeId: { category, owner, provider, version },
    runOrder: action.runOrder,
    configuration: entriesDocument(action.configuration),
    commands: withheld(action.commands),
    outputArtifacts: filled(action.outputArtifacts.map((name) => ({ name, files: filesOf.get(name) }))),
    inputArtifacts: filled(action.inputArtifacts.map((name) => ({ name }))),
    outputVariables: action.outputVariables,
    roleArn: action.roleArn,
    region: action.region,
    namespace: action.namespace,
    timeoutInMinutes: minutes(action.timeoutMs),
    environmentVariables: filled(environment.map(({ key, type }) => ({ name: key, value: WITHHELD, type }))),
  };
}

function conditionDocument({ result, rules }: DeclaredCondition): DocumentValue {
  return { result, rules: rules.map(ruleDocument) };
}

function ruleDocument(rule: DeclaredRule): DocumentValue {
  const { owner, provider, version, inputArtifacts = [] } = rule;
  return {
    name: rule.name,
    ruleTypeId: { category: "Rule", owner, provider, version },
    configuration: entriesDocument(rule.configuration),
    commands: withheld(rule.commands ?? 0),
    inputArtifacts: filled(inputArtifacts.map((name) => ({ name }))),
    roleArn: rule.roleArn,
    region: rule.region,
    timeoutInMinutes: minutes(rule.timeoutMs),
  };
}

function triggerDocument({ provider, sourceAction, filters }: DeclaredTrigger): DocumentValue {
  const of = (kind: "push" | "pullRequest") =>
    filled(
      filters
        .filter((filter) => filter.kind === kind)
        .map(({ events, branches, tags, filePaths }) => ({
          events: filled(events),
          tags: patternsDocument(tags),
          branches: patternsDocument(branches),
          filePaths: patternsDocument(filePaths),
        })),
    );
  return {
    providerType: provider,
    gitConfiguration: { sourceActionName: sourceAction, push: of("push"), pullRequest: of("pullRequest") },
  };
}

function patternsDocument({ includes, excludes }: { includes: string[]; excludes: string[] }): DocumentValue {
  if (includes.length === 0 && excludes.length === 0) return undefined;
  return { includes: filled(includes), excludes: filled(excludes) };
}

function entriesDocument(entries: readonly DeclaredEntry[]): DocumentValue {
  if (entries.length === 0) return undefined;
  return Object.fromEntries(
    entries.map(({ key, value, hidden }) => [key, hidden ? WITHHELD : (value ?? "")]),
  );
}

function withheld(count: number): DocumentValue {
  return count === 0 ? undefined : Array.from({ length: count }, () => WITHHELD);
}

function minutes(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : ms / 60_000;
}

function filled(items: readonly DocumentValue[]): DocumentValue {
  return items.length === 0 ? undefined : [...items];
}
