import { fromInstantText } from "../door/instant-text";
import { ControlError } from "./control-error";

const ACCOUNT = /^\d{12}$/;
const VARIABLE = /^[A-Za-z0-9@\-_]+$/;
const REGION = /^[a-z]{2,}(-[a-z]+)+-\d+$/;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads the members of a control call by hand; every problem names the field and what is expected. */
export class Fields {
  private readonly values: Record<string, unknown>;

  /** Throws ControlError when `body` is not an object or has members that are not in `known`. */
  constructor(body: unknown, known: readonly string[]) {
    if (!isObject(body)) throw new ControlError("the body must be a JSON object");
    for (const name of Object.keys(body)) {
      if (known.includes(name)) continue;
      const expected = known.length === 0 ? "none" : known.join(", ");
      throw new ControlError(`${name} is not a field of this call; fields: ${expected}`);
    }
    this.values = body;
  }

  has(name: string): boolean {
    return this.values[name] !== undefined && this.values[name] !== null;
  }

  private refuse(name: string, expected: string): never {
    const problem = this.has(name)
      ? `not ${JSON.stringify(this.values[name])?.slice(0, 200)}`
      : "it is missing";
    throw new ControlError(`${name} must be ${expected}; ${problem}`);
  }

  text(name: string): string | undefined {
    if (!this.has(name)) return undefined;
    const value = this.values[name];
    return typeof value === "string" && value !== "" ? value : this.refuse(name, "a text that is not empty");
  }

  /** A text that is shown in answers, no longer than AWS's can be. */
  textUpTo(most: number, name: string): string | undefined {
    const value = this.text(name);
    if (value === undefined || value.length <= most) return value;
    throw new ControlError(`${name} must be a text of up to ${most} characters; not one of ${value.length}`);
  }

  neededText(name: string): string {
    return this.text(name) ?? this.refuse(name, "a text that is not empty");
  }

  account(name = "account"): string | undefined {
    const value = this.text(name);
    return value === undefined || ACCOUNT.test(value)
      ? value
      : this.refuse(name, "an account id of 12 digits");
  }

  region(name = "region"): string | undefined {
    const value = this.text(name);
    return value === undefined || REGION.test(value)
      ? value
      : this.refuse(name, "a region such as eu-west-1");
  }

  oneOf<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    if (!this.has(name)) return undefined;
    const found = words.find((word) => word === this.values[name]);
    return found ?? this.refuse(name, `one of ${words.join(", ")}`);
  }

  whole(name: string, least: number, most: number): number | undefined {
    if (!this.has(name)) return undefined;
    const value = this.values[name];
    const fits = typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
    return fits ? value : this.refuse(name, `a whole number from ${least} to ${most}`);
  }

  /** A number, its bounds included. */
  number(name: string, least: number, most: number): number | undefined {
    if (!this.has(name)) return undefined;
    const value = this.values[name];
    const fits = typeof value === "number" && value >= least && value <= most;
    return fits ? value : this.refuse(name, `a number from ${least} to ${most}`);
  }

  /** Epoch milliseconds of an ISO instant. */
  instant(name: string): number | undefined {
    if (!this.has(name)) return undefined;
    const value = this.values[name];
    const instant = typeof value === "string" ? fromInstantText(value) : undefined;
    return instant ?? this.refuse(name, "an ISO instant such as 2026-03-02T09:00:00Z");
  }

  /** Output variables: texts by names that variables may have. */
  texts(name: string): Record<string, string> | undefined {
    if (!this.has(name)) return undefined;
    const value = this.values[name];
    if (!isObject(value)) return this.refuse(name, "an object of texts");
    const entries: [string, string][] = Object.entries(value).map(([key, text]) =>
      typeof text === "string" ? [key, text] : this.refuse(name, "an object whose values are texts"),
    );
    if (entries.some(([key]) => !VARIABLE.test(key)))
      this.refuse(name, "an object whose keys are letters, digits, @, - or _");
    return Object.fromEntries(entries);
  }

  object(name: string, known: readonly string[]): Fields | undefined {
    if (!this.has(name)) return undefined;
    const value = this.values[name];
    return isObject(value)
      ? new Fields(value, known)
      : this.refuse(name, `an object with ${known.join(", ")}`);
  }

  /** A list of texts that are not empty, each of up to `longest` characters. */
  textList(name: string, most: number, longest: number): string[] | undefined {
    if (!this.has(name)) return undefined;
    const value = this.values[name];
    const expected = `a list of up to ${most} texts of 1 to ${longest} characters`;
    if (!Array.isArray(value) || value.length > most) return this.refuse(name, expected);
    return value.map((entry: unknown) =>
      typeof entry === "string" && entry !== "" && entry.length <= longest
        ? entry
        : this.refuse(name, expected),
    );
  }

  wholes(name: string, least: number, most: number): number[] | undefined {
    if (!this.has(name)) return undefined;
    const value = this.values[name];
    const expected = `a list of whole numbers from ${least} to ${most}`;
    if (!Array.isArray(value)) return this.refuse(name, expected);
    return value.map((entry: unknown) =>
      typeof entry === "number" && Number.isInteger(entry) && entry >= least && entry <= most
        ? entry
        : this.refuse(name, expected),
    );
  }

  isTrue(name: string): boolean {
    if (!this.has(name)) return false;
    return this.values[name] === true ? true : this.refuse(name, "true");
  }
}

/** The members of `values` that are there: what optional members need under exact types. */
export function present<Values extends object>(
  values: Values,
): { [Key in keyof Values]?: NonNullable<Values[Key]> } {
  const kept: { [Key in keyof Values]?: NonNullable<Values[Key]> } = {};
  for (const key in values) {
    const value = values[key];
    if (value !== undefined && value !== null) kept[key] = value;
  }
  return kept;
}
