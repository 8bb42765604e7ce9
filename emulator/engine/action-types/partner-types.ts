import type { ActionTypeEntry } from "../../providers/action-type-catalogue";

/** ActionTypeDeclaration as UpdateActionType takes it and GetActionType shows it. */
export interface PartnerTypeDeclaration {
  id: { category: string; owner: string; provider: string; version: string };
  description?: string;
  executor: {
    type: "JobWorker" | "Lambda";
    configuration: {
      jobWorkerExecutorConfiguration?: { pollingAccounts?: string[]; pollingServicePrincipals?: string[] };
      lambdaExecutorConfiguration?: { lambdaFunctionArn: string };
    };
    policyStatementsTemplate?: string;
    /** Seconds. */
    jobTimeout?: number;
  };
  inputArtifactDetails: { minimumCount: number; maximumCount: number };
  outputArtifactDetails: { minimumCount: number; maximumCount: number };
  permissions?: { allowedAccounts: string[] };
  properties?: Array<{
    name: string;
    optional: boolean;
    key: boolean;
    noEcho: boolean;
    queryable?: boolean;
    description?: string;
  }>;
  urls?: {
    configurationUrl?: string;
    entityUrlTemplate?: string;
    executionUrlTemplate?: string;
    revisionUrlTemplate?: string;
  };
}

/** A partner's action type that UpdateActionType has changed. */
export interface PartnerType {
  declaration: PartnerTypeDeclaration;
  entry: ActionTypeEntry;
}

function entryOf(declaration: PartnerTypeDeclaration): ActionTypeEntry {
  const { id, inputArtifactDetails: inputs, outputArtifactDetails: outputs } = declaration;
  return {
    id,
    inputs: [inputs.minimumCount, inputs.maximumCount],
    outputs: [outputs.minimumCount, outputs.maximumCount],
    properties: (declaration.properties ?? []).map(({ optional, noEcho, ...property }) => ({
      queryable: false,
      ...property,
      required: !optional,
      secret: noEcho,
    })),
    ...declaration.urls,
  };
}

type PartnerId = PartnerTypeDeclaration["id"];

function keyOf({ category, provider, version }: PartnerId): string {
  return `${category} ${provider} ${version}`;
}

/** Partners' action types in one region, for all accounts, as UpdateActionType changed them. */
export class PartnerTypes {
  readonly #types = new Map<string, PartnerType>();

  of(id: PartnerId): PartnerType | undefined {
    return id.owner === "ThirdParty" ? this.#types.get(keyOf(id)) : undefined;
  }

  put(declaration: PartnerTypeDeclaration): void {
    this.#types.set(keyOf(declaration.id), { declaration, entry: entryOf(declaration) });
  }
}

/** Accounts whose workers may ask for the jobs of a type; none unless UpdateActionType named some. */
export function pollingAccounts({ declaration }: PartnerType): readonly string[] {
  const { type, configuration } = declaration.executor;
  const accounts = configuration.jobWorkerExecutorConfiguration?.pollingAccounts ?? [];
  return type === "JobWorker" ? accounts : [];
}
