import { type RuleTypeEntry, ruleTypes } from "../providers/rule-type-catalogue";
import { defineOperation } from "./operation";

interface Input {
  ruleOwnerFilter?: string;
  regionFilter?: string;
}

function ruleType({ id, inputs: [minimumCount, maximumCount], properties }: RuleTypeEntry): unknown {
  return {
    id,
    ruleConfigurationProperties: properties.map(({ name, required }) => ({
      name,
      required,
      key: required,
      secret: false,
      queryable: false,
      type: "String",
    })),
    inputArtifactDetails: { minimumCount, maximumCount },
  };
}

/** ListRuleTypes: all in one answer; all are AWS's own, and every region offers the same. */
export const listRuleTypes = defineOperation<Input>({
  name: "ListRuleTypes",
  input: "ListRuleTypesInput",
  errors: ["InvalidNextToken"],
  run: () => ({ ruleTypes: ruleTypes.map(ruleType) }),
});
