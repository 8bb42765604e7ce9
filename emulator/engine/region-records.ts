import { ActionTypes } from "./action-types/action-types";
import type { PartnerTypes } from "./action-types/partner-types";
import { JobBook } from "./jobs/job-book";
import type { Pipeline } from "./record";
import { Webhooks, type WebhooksByToken } from "./webhooks/webhooks";

/** What does not belong to one account or one region alone. */
interface SharedRecords {
  partners: PartnerTypes;
  partnerJobs: JobBook;
  webhooksByToken: WebhooksByToken;
}

/** Everything one account holds in one region. */
export class RegionRecords {
  readonly account: string;
  readonly region: string;
  readonly types: ActionTypes;
  /** Jobs of custom actions. */
  readonly jobs = new JobBook();
  readonly partners: PartnerTypes;
  /** Jobs of partners' actions in every account of the region. */
  readonly partnerJobs: JobBook;
  readonly webhooks: Webhooks;
  #byName = new Map<string, Pipeline>();
  /** Names in ascending order of their characters' codes. */
  #names: string[] = [];

  constructor(account: string, region: string, { partners, partnerJobs, webhooksByToken }: SharedRecords) {
    this.account = account;
    this.region = region;
    this.partners = partners;
    this.partnerJobs = partnerJobs;
    this.types = new ActionTypes({ account, region }, partners);
    this.webhooks = new Webhooks(webhooksByToken);
  }

  get count(): number {
    return this.#names.length;
  }

  pipeline(name: string): Pipeline | undefined {
    return this.#byName.get(name);
  }

  /** Every pipeline, in no order that means anything. */
  all(): Iterable<Pipeline> {
    return this.#byName.values();
  }

  add(pipeline: Pipeline): void {
    this.#byName.set(pipeline.name, pipeline);
    this.#names.splice(this.#firstFrom(pipeline.name), 0, pipeline.name);
  }

  remove(name: string): void {
    if (this.#byName.delete(name)) this.#names.splice(this.#firstFrom(name), 1);
  }

  /** At most `limit` pipelines whose names come after `name`, in order. */
  after(name: string, limit: number): Pipeline[] {
    const start = name === "" ? 0 : this.#firstFrom(`${name}\u0000`);
    const found: Pipeline[] = [];
    for (const next of this.#names.slice(start, start + limit)) {
      const pipeline = this.#byName.get(next);
      if (pipeline) found.push(pipeline);
    }
    return found;
  }

  /** Place of the first name that is not before `name`. */
  #firstFrom(name: string): number {
    let low = 0;
    let high = this.#names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#names[middle] ?? "") < name) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
