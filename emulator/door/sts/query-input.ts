import { DoorError } from "../door-error";

/** The form fields of a query request. */
export type QueryInput = Record<string, unknown>;

/** A text constraint in the words of AWS's validation messages. */
interface TextRule {
  /** Name of the parameter as the form carries it. */
  name: string;
  least: number;
  most: number;
  pattern?: RegExp;
  /** The pattern as AWS prints it. */
  patternText?: string;
}

/** Collects what is wrong with an input and refuses it once, as AWS does. */
export class QueryChecks {
  private readonly problems: string[] = [];
  private readonly input: QueryInput;

  constructor(input: QueryInput) {
    this.input = input;
  }

  private report(value: string | undefined, name: string, constraint: string): void {
    const shown = value === undefined ? "null" : `'${value}'`;
    const at = name.charAt(0).toLowerCase() + name.slice(1);
    this.problems.push(`Value ${shown} at '${at}' failed to satisfy constraint: ${constraint}`);
  }

  /** The text of a parameter; problems are kept for `refuse`. */
  text(rule: TextRule, required: boolean): string | undefined {
    const value = this.input[rule.name];
    if (typeof value !== "string") {
      if (required) this.report(undefined, rule.name, "Member must not be null");
      return undefined;
    }
    if (rule.pattern && !rule.pattern.test(value)) {
      this.report(
        value,
        rule.name,
        `Member must satisfy regular expression pattern: ${rule.patternText ?? rule.pattern.source}`,
      );
    }
    if (value.length < rule.least) {
      this.report(value, rule.name, `Member must have length greater than or equal to ${rule.least}`);
    }
    if (value.length > rule.most) {
      this.report(value, rule.name, `Member must have length less than or equal to ${rule.most}`);
    }
    return value;
  }

  /** A whole number parameter, or `fallback` when it is absent. */
  whole(name: string, least: number, most: number, fallback: number): number {
    const value = this.input[name];
    if (typeof value !== "string") return fallback;
    if (!/^-?\d+$/.test(value)) {
      throw new DoorError("MalformedInput", 400, `Could not read '${name}' as a whole number.`);
    }
    const number = Number(value);
    if (number < least) this.report(value, name, `Member must have value greater than or equal to ${least}`);
    if (number > most) this.report(value, name, `Member must have value less than or equal to ${most}`);
    return number;
  }

  /** Throws ValidationError when anything was wrong. */
  refuse(): void {
    const count = this.problems.length;
    if (count === 0) return;
    const plural = count === 1 ? "" : "s";
    throw new DoorError(
      "ValidationError",
      400,
      `${count} validation error${plural} detected: ${this.problems.join("; ")}`,
    );
  }
}
