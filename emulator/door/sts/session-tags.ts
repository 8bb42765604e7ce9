import { DoorError } from "../door-error";
import type { QueryInput } from "./query-input";

const MOST_TAGS = 50;

/** A session tag of AssumeRole. */
export interface SessionTag {
  key: string;
  value: string;
}

function textAt(input: QueryInput, name: string): string | undefined {
  const value = input[name];
  return typeof value === "string" ? value : undefined;
}

/** Reads `Tags.member.N.Key` and `.Value`. Throws DoorError for tags that AWS refuses. */
export function sessionTags(input: QueryInput): SessionTag[] {
  const tags: SessionTag[] = [];
  for (let index = 1; index <= MOST_TAGS + 1; index += 1) {
    const key = textAt(input, `Tags.member.${index}.Key`);
    if (key === undefined) break;
    const value = textAt(input, `Tags.member.${index}.Value`) ?? "";
    if (key.length === 0 || key.length > 128 || value.length > 256) {
      throw new DoorError(
        "ValidationError",
        400,
        `1 validation error detected: Value at 'tags.${index}.member' failed to satisfy constraint: Member must have a key of 1 to 128 and a value of up to 256 characters`,
      );
    }
    if (key.toLowerCase().startsWith("aws:")) {
      throw new DoorError("InvalidParameterValue", 400, "Tag keys beginning with 'aws:' are reserved.");
    }
    if (tags.some((tag) => tag.key.toLowerCase() === key.toLowerCase())) {
      throw new DoorError(
        "InvalidParameterValue",
        400,
        "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
      );
    }
    tags.push({ key, value });
  }
  if (tags.length > MOST_TAGS) {
    throw new DoorError(
      "ValidationError",
      400,
      `1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to ${MOST_TAGS}`,
    );
  }
  return tags;
}
