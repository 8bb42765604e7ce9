import "server-only";
import type {
  ActionDeclaration as AwsActionDeclaration,
  RuleDeclaration as AwsRuleDeclaration,
} from "@aws-sdk/client-codepipeline";
import { type VariableUse, variablesIn } from "@/lib/domain/variable-use";
import type { AwsPipeline } from "./get-pipeline";
import { objects, text, texts } from "./lenient";

/**
 * Where a declaration takes in variables. Values that are withheld are searched as well, and only the names of the
 * variables in them are told.
 */
export function toVariableUses({ pipeline }: AwsPipeline): VariableUse[] {
  return objects(pipeline?.stages).flatMap((stage) => {
    const name = text(stage.name) ?? "";
    const conditions = [stage.beforeEntry, stage.onSuccess, stage.onFailure].flatMap((each) =>
      objects(each?.conditions),
    );
    return [
      ...objects(stage.actions).flatMap((action) => usesOf(action).map((use) => ({ stage: name, ...use }))),
      ...conditions
        .flatMap((condition) => objects(condition.rules))
        .flatMap((rule) => usesOf(rule).map((use) => ({ stage: name, ...use, rule: true }))),
    ];
  });
}

function usesOf(aws: AwsActionDeclaration | AwsRuleDeclaration): Array<Omit<VariableUse, "stage">> {
  const environment = "environmentVariables" in aws ? objects(aws.environmentVariables) : [];
  const places: Array<readonly [key: string, value: unknown]> = [
    ...Object.entries(aws.configuration ?? {}),
    ...environment.map(({ name, value }) => [`$${text(name) ?? ""}`, value] as const),
    ["commands", texts(aws.commands).join("\n")],
  ];
  return places.flatMap(([key, value]) =>
    variablesIn(text(value) ?? "").map((variable) => ({ variable, action: text(aws.name) ?? "", key })),
  );
}
