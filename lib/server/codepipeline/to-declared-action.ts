import "server-only";
import type {
  ActionDeclaration as AwsActionDeclaration,
  RuleDeclaration as AwsRuleDeclaration,
} from "@aws-sdk/client-codepipeline";
import type {
  DeclaredAction,
  DeclaredEntry,
  DeclaredEnvironmentVariable,
  DeclaredRule,
} from "@/lib/domain/structure";
import { integer, objects, text, texts } from "./lenient";
import { redactConfiguration } from "./redact-configuration";
import type { ValueMarks } from "./value-marks";

/** An action as declared; with `marks`, withheld values can be compared. */
export function toDeclaredAction(aws: AwsActionDeclaration, marks?: ValueMarks): DeclaredAction {
  const files = objects(aws.outputArtifacts).flatMap((artifact) => {
    const named = texts(artifact.files);
    return named.length === 0 ? [] : [{ artifact: text(artifact.name) ?? "", files: named }];
  });
  const outputVariables = texts(aws.outputVariables);
  const environment = objects(aws.environmentVariables).map(
    (variable): DeclaredEnvironmentVariable => ({
      key: text(variable.name) ?? "",
      value: null,
      hidden: true,
      ...(marks && { mark: marks.of(variable.value) }),
      type: text(variable.type),
    }),
  );
  return {
    name: text(aws.name) ?? "",
    runOrder: integer(aws.runOrder) ?? 1,
    category: text(aws.actionTypeId?.category) ?? "",
    owner: text(aws.actionTypeId?.owner) ?? "",
    provider: text(aws.actionTypeId?.provider) ?? "",
    version: text(aws.actionTypeId?.version),
    region: text(aws.region),
    namespace: text(aws.namespace),
    timeoutMs: minutesToMs(aws.timeoutInMinutes),
    roleArn: text(aws.roleArn),
    inputArtifacts: names(aws.inputArtifacts),
    outputArtifacts: names(aws.outputArtifacts),
    ...(files.length > 0 && { artifactFiles: files }),
    ...(outputVariables.length > 0 && { outputVariables }),
    configuration: toEntries(aws.configuration, marks),
    ...(environment.length > 0 && { environment }),
    ...toCommands(aws.commands, marks),
  };
}

/** A rule of a condition as declared. */
export function toDeclaredRule(aws: AwsRuleDeclaration, marks?: ValueMarks): DeclaredRule {
  const inputArtifacts = names(aws.inputArtifacts);
  const { commands, ...mark } = toCommands(aws.commands, marks);
  return {
    name: text(aws.name) ?? "",
    provider: text(aws.ruleTypeId?.provider) ?? "",
    owner: text(aws.ruleTypeId?.owner),
    version: text(aws.ruleTypeId?.version),
    region: text(aws.region),
    roleArn: text(aws.roleArn),
    timeoutMs: minutesToMs(aws.timeoutInMinutes),
    ...(inputArtifacts.length > 0 && { inputArtifacts }),
    configuration: toEntries(aws.configuration, marks),
    ...(commands > 0 && { commands, ...mark }),
  };
}

function toCommands(commands: unknown, marks: ValueMarks | undefined) {
  const count = Array.isArray(commands) ? commands.length : 0;
  return { commands: count, ...(marks && count > 0 && { commandsMark: marks.of(commands) }) };
}

function toEntries(configuration: Record<string, string> | undefined, marks?: ValueMarks): DeclaredEntry[] {
  const entries = redactConfiguration(configuration);
  if (!marks) return entries;
  return entries.map((entry) =>
    entry.hidden ? { ...entry, mark: marks.of(configuration?.[entry.key]) } : entry,
  );
}

function minutesToMs(minutes: unknown): number | undefined {
  const whole = integer(minutes);
  return whole === undefined ? undefined : whole * 60_000;
}

function names(artifacts: ReadonlyArray<{ name: string | undefined }> | undefined): string[] {
  return objects(artifacts).flatMap((artifact) => text(artifact.name) ?? []);
}
