import type { Webhook } from "./webhook";

/** The webhooks of every account and region, by the token in their address. */
export type WebhooksByToken = Map<string, Webhook>;

/** The webhooks of one account in one region. */
export class Webhooks {
  readonly #byName = new Map<string, Webhook>();
  readonly #byToken: WebhooksByToken;

  constructor(byToken: WebhooksByToken) {
    this.#byToken = byToken;
  }

  get count(): number {
    return this.#byName.size;
  }

  find(name: string): Webhook | undefined {
    return this.#byName.get(name);
  }

  /** The first by name that starts that action of the pipeline. */
  startingAt(pipeline: string, action: string): Webhook | undefined {
    return this.after("").find(
      ({ definition }) => definition.targetPipeline === pipeline && definition.targetAction === action,
    );
  }

  /** Those whose names come after `name`, in order. */
  after(name: string): Webhook[] {
    return [...this.#byName]
      .filter(([each]) => each > name)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([, webhook]) => webhook);
  }

  add(webhook: Webhook): void {
    this.#byName.set(webhook.definition.name, webhook);
    this.#byToken.set(webhook.token, webhook);
  }

  /** Its address is gone for good; one that is not there stays so. */
  delete(name: string): void {
    const webhook = this.#byName.get(name);
    if (!webhook) return;
    this.#byName.delete(name);
    this.#byToken.delete(webhook.token);
  }
}
