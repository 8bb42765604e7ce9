/** What PutWebhook is given about a webhook. */
export interface WebhookDefinition {
  name: string;
  targetPipeline: string;
  targetAction: string;
  filters: Array<{ jsonPath: string; matchEquals?: string }>;
  authentication: "GITHUB_HMAC" | "IP" | "UNAUTHENTICATED";
  authenticationConfiguration: { AllowedIPRange?: string; SecretToken?: string };
}

/** A webhook: who posts to its address starts a pipeline. */
export interface Webhook {
  readonly account: string;
  readonly region: string;
  readonly arn: string;
  /** The part of its address nobody can guess; another one when it is deleted and made again. */
  readonly token: string;
  definition: WebhookDefinition;
  tags: Map<string, string>;
  /** Whether GitHub was told about it. */
  isRegistered: boolean;
  /** When it started its pipeline last (epoch ms). */
  lastTriggeredAt?: number;
}
