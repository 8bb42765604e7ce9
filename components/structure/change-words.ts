import { formatSpan } from "@/lib/domain/duration";
import type { PartStep, StructureChange } from "@/lib/domain/structure-change";
import type { Fact, Part } from "@/lib/domain/structure-parts";

const LABELS: Record<string, string> = {
  executionMode: "Execution mode",
  pipelineType: "Pipeline type",
  roleArn: "Role",
  storeType: "Type",
  location: "Bucket",
  encryptionKey: "Encryption key",
  encryptionKeyType: "Type of encryption key",
  defaultValue: "Default",
  description: "Description",
  provider: "Provider",
  owner: "Owner",
  category: "Category",
  version: "Version of the action type",
  retryMode: "Retry on failure",
  failureResult: "Result of a failure",
  blocker: "Blocker",
  result: "Result",
  region: "Region",
  timeout: "Timeout",
  runOrder: "Run order",
  namespace: "Namespace",
  inputArtifacts: "Input artifacts",
  outputArtifacts: "Output artifacts",
  outputVariables: "Output variables",
  files: "Files of",
  commands: "Number of commands",
  commandTexts: "Text of the commands",
  environment: "Environment variable",
  environmentType: "Kind of environment variable",
};

const CONDITIONS: Record<string, string> = {
  beforeEntry: "Before entry",
  onSuccess: "On success",
  onFailure: "On failure",
};

/** What a fact is about: `BranchName`, `Run order`, `Files of app`. */
export function factLabel({ key, of }: Pick<Fact, "key" | "of">): string {
  if (key === "configuration" && of !== undefined) return of;
  const label = LABELS[key] ?? key;
  return of === undefined ? label : `${label} ${of}`;
}

/** A value as people read it; `undefined` where there is none. */
export function factValue(key: string, value: string): string {
  if (key === "timeout") return formatSpan(Number(value));
  return value === "" ? "empty" : value;
}

/** The name of a part below its heading: `action deploy`, `rule alarm of On success`. */
export function stepWords({ kind, name }: PartStep): string {
  if (kind === "condition") return `${CONDITIONS[name] ?? name} condition`;
  if (kind === "store") return name === "" ? "the artifact store" : `the artifact store of ${name}`;
  if (kind === "filter") return `filter ${name}`;
  return `${kind} ${name}`;
}

/** What a change is about, without its stage: `action deploy`, `On success condition, rule alarm`. */
export function placeWords(path: readonly PartStep[]): string {
  const below = path[0]?.kind === "stage" && path.length > 1 ? path.slice(1) : path;
  return below.map(stepWords).join(", ");
}

/** Under which heading a change stands: a stage by its name, or what kind of thing it is. */
export function groupOf({ path: [top] }: StructureChange): string {
  if (top === undefined) return "Pipeline";
  if (top.kind === "stage") return `Stage ${top.name}`;
  if (top.kind === "store") return "Artifact stores";
  return top.kind === "variable" ? "Variables" : "Triggers";
}

/** A part in a few words: `Deploy · ECS, run order 2`. */
export function partWords({ kind, facts, parts }: Part): string {
  const of = (key: string) => facts.find((fact) => fact.key === key)?.value ?? undefined;
  if (kind === "action")
    return [[of("category"), of("provider")].filter(Boolean).join(" · "), `run order ${of("runOrder")}`].join(
      ", ",
    );
  if (kind === "rule") return of("provider") ?? "";
  const actions = parts.filter((part) => part.kind === "action").map(({ name }) => name);
  if (kind === "stage") return actions.length === 0 ? "without actions" : `with ${actions.join(", ")}`;
  if (kind === "trigger") return parts.map(({ name }) => name).join(" or ");
  return "";
}
