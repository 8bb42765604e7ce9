import type { ActionProperty, ActionTypeEntry } from "../../providers/action-type-catalogue";

/** What CreateCustomActionType is given, tags aside. */
export interface CustomTypeDefinition {
  category: string;
  provider: string;
  version: string;
  settings?: {
    thirdPartyConfigurationUrl?: string;
    entityUrlTemplate?: string;
    executionUrlTemplate?: string;
    revisionUrlTemplate?: string;
  };
  configurationProperties?: Array<
    Pick<ActionProperty, "name" | "required" | "key" | "secret" | "description" | "type"> & {
      queryable?: boolean;
    }
  >;
  inputArtifactDetails: { minimumCount: number; maximumCount: number };
  outputArtifactDetails: { minimumCount: number; maximumCount: number };
}

/** An action type of an account's own. A deleted one is kept: only the same definition brings it back. */
export interface CustomType {
  readonly arn: string;
  readonly entry: ActionTypeEntry;
  readonly definition: CustomTypeDefinition;
  /** Place in the order in which the types of the account and region were made, from 0. */
  readonly sequence: number;
  tags: Map<string, string>;
  isDeleted: boolean;
}

/** A definition as every other part of the engine reads action types. */
export function entryOf({
  category,
  provider,
  version,
  settings = {},
  ...rest
}: CustomTypeDefinition): ActionTypeEntry {
  const { thirdPartyConfigurationUrl, ...templates } = settings;
  const { inputArtifactDetails: inputs, outputArtifactDetails: outputs } = rest;
  return {
    id: { category, owner: "Custom", provider, version },
    inputs: [inputs.minimumCount, inputs.maximumCount],
    outputs: [outputs.minimumCount, outputs.maximumCount],
    properties: (rest.configurationProperties ?? []).map((property) => ({ queryable: false, ...property })),
    ...templates,
    ...(thirdPartyConfigurationUrl !== undefined && { configurationUrl: thirdPartyConfigurationUrl }),
  };
}
