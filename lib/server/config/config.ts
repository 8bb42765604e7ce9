import "server-only";
import type { PermissionsConfig } from "./permissions-config";
import type { SignInConfig } from "./sign-in-config";

/** One account in one region, as pipedeck.config.yaml declares it. */
export interface TargetConfig {
  /** In URLs: lower-case letters, digits and dashes. */
  id: string;
  name: string;
  /** 12 digits. */
  account: string;
  region: string;
  /** Role that reads are done with; without it the server's own credentials are used as they are. */
  roleArn?: string;
  /**
   * Role that presses are signed with, assumed for each person in that person's name; without it nothing can be pressed
   * at this target.
   */
  operatorRoleArn?: string;
  /** Goes with both roles. */
  externalId?: string;
  /** Profile of the shared AWS configuration files to start from, instead of the default chain. */
  profile?: string;
  /** Base URL that serves CodePipeline, STS and SQS instead of AWS's own hosts. */
  endpoint?: string;
  /** SQS queue that EventBridge fills with this region's CodePipeline events. */
  queueUrl?: string;
  /** Never ask this target more often than that. Without it, what AWS serves decides alone. */
  requestsPerSecond?: number;
  /** How long one read may take before it counts as unanswered, milliseconds. Default 5000. */
  timeoutMs?: number;
  /** Globs of pipeline names; empty means all. */
  include: string[];
  /** Globs of pipeline names left out, applied after `include`. */
  exclude: string[];
}

/** What is kept of executions. */
export interface HistoryConfig {
  /** Executions that started longer ago are forgotten. */
  keepMonths: number;
  /** Whether what was there before Pipedeck is read, too; otherwise only what it sees from now on is kept. */
  readPast: boolean;
}

/** The whole of pipedeck.config.yaml. */
export interface Config {
  targets: TargetConfig[];
  /** How people sign in; without it only the demo people can, and only while an emulator is the back end. */
  signIn?: SignInConfig;
  /** Who may do what; undefined when neither `permissions` nor `signIn.roles` says anything. */
  permissions?: PermissionsConfig;
  history: HistoryConfig;
}
