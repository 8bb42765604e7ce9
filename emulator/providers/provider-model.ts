import type { ActionDeclaration } from "../engine/declaration";
import type { Random } from "../engine/random";
import type { Revision } from "../engine/revision";

/** What a provider's model may know about an action that starts. */
export interface ActionStart {
  account: string;
  /** Where the action runs. */
  region: string;
  pipeline: string;
  stage: string;
  action: ActionDeclaration;
  /** Configuration with its variables replaced. */
  configuration: Record<string, string>;
  executionId: string;
  /** Keys of this action's namespace that other actions refer to. */
  variablesAsked: string[];
  /** The revision a source action delivers. */
  revision?: Revision;
  random: Random;
}

/** How an action goes when nobody scripts it otherwise. */
export interface ActionPlan {
  durationMs: number;
  /** What the service says about a success. */
  summary?: string;
  /** What it says about a failure, should a script ask for one. */
  failure: { code: string; message: string };
  externalExecutionId?: string;
  externalExecutionUrl?: string;
  logStreamArn?: string;
  outputVariables?: Record<string, string>;
  /** Percentages reported at equal parts of the duration. */
  percentSteps?: number[];
}

/** Where an action declaration lives, for links to what it works on. */
export interface ActionPlace {
  account: string;
  region: string;
  action: ActionDeclaration;
}

/** A model of how one service behaves as a provider of actions. */
export interface ProviderModel {
  /** After this time the action counts as failed, whatever the service does. */
  timeoutMs: number;
  plan(start: ActionStart): ActionPlan;
  /** Link to what the action works on. */
  entityUrl?(place: ActionPlace): string;
  /** Sources only: the parts of a revision that nobody has given, made up. */
  revision?(place: ActionPlace, random: Random): Omit<Revision, "createdAt">;
}
