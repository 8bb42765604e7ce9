import type { Place } from "./pipeline-lookup";
import type { RegionRecords } from "./region-records";
import { ServiceError } from "./service-error";
import type { Simulation } from "./simulation";

/** Quota: tags of one resource. */
const mostTags = 50;

/** A tag as the wire carries it. */
export interface Tag {
  key: string;
  value: string;
}

function refuseSystemKeys(keys: readonly string[]): void {
  if (keys.some((key) => key.toLowerCase().startsWith("aws:"))) {
    throw new ServiceError(
      "InvalidTagsException",
      "Not allowed to modify system tags. System tags start with 'aws:'.",
    );
  }
}

/** The tags a resource has after adding some. Throws InvalidTagsException, TooManyTagsException. */
export function withTags(
  resourceArn: string,
  before: ReadonlyMap<string, string>,
  added: readonly Tag[],
): Map<string, string> {
  const keys = added.map((tag) => tag.key);
  refuseSystemKeys(keys);
  if (new Set(keys).size < keys.length) {
    throw new ServiceError("InvalidTagsException", "A tag key must not be given more than once.");
  }
  const tags = new Map([...before, ...added.map((tag) => [tag.key, tag.value] as const)]);
  if (tags.size > mostTags) {
    throw new ServiceError("TooManyTagsException", `Tag limit exceeded for resource [${resourceArn}].`);
  }
  return tags;
}

/** The tags a resource has without some; keys it does not have are passed over. Throws InvalidTagsException. */
export function withoutTags(
  before: ReadonlyMap<string, string>,
  keys: readonly string[],
): Map<string, string> {
  refuseSystemKeys(keys);
  return new Map([...before].filter(([key]) => !keys.includes(key)));
}

/** Tags as the wire carries them, by key. */
export function tagList(tags: ReadonlyMap<string, string>): Tag[] {
  return [...tags]
    .map(([key, value]) => ({ key, value }))
    .sort((left, right) => (left.key < right.key ? -1 : 1));
}

/** Something that has tags: a pipeline, a webhook or an action type of an account's own. */
export interface Tagged {
  tags: Map<string, string>;
}

function withName(records: RegionRecords, kind: string | undefined, name: string): Tagged | undefined {
  if (kind === undefined) return records.pipeline(name);
  if (kind === "webhook") return records.webhooks.find(name);
  const [owner = "", category = "", provider = "", version = ""] = name.split("/");
  return owner === "Custom" ? records.types.own({ category, provider, version }) : undefined;
}

/**
 * What an ARN names. Throws InvalidArnException for the ARN of another region or of something without tags,
 * ResourceNotFoundException for a pipeline, webhook or action type that is not there.
 */
export function taggedResource(sim: Simulation, place: Place, resourceArn: string): Tagged {
  const [, , , region = "", account = "", ...rest] = resourceArn.split(":");
  const kind = rest.length > 1 ? rest[0]?.toLowerCase() : undefined;
  const name = rest.slice(kind === undefined ? 0 : 1).join(":");
  const taggable = kind === undefined ? !name.includes("/") : kind === "webhook" || kind === "actiontype";
  if (!taggable || region !== place.region) {
    throw new ServiceError(
      "InvalidArnException",
      `The resource ARN ${resourceArn} is not valid for this operation.`,
    );
  }
  const found = account === place.account ? withName(sim.region(account, region), kind, name) : undefined;
  if (!found)
    throw new ServiceError("ResourceNotFoundException", `The resource ${resourceArn} was not found.`);
  return found;
}
