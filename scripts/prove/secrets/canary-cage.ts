/**
 * What the application needs as it is to make sense of an answer: names, ids and AWS's own words. They are in addresses
 * and on every page, so a canary in them would prove nothing.
 */
const STRUCTURE = new Set([
  "__type",
  "name",
  "pipelineName",
  "stageName",
  "actionName",
  "ruleName",
  "pipelineExecutionId",
  "actionExecutionId",
  "ruleExecutionId",
  "rollbackTargetPipelineExecutionId",
  "sourceActionName",
  "status",
  "result",
  "category",
  "owner",
  "provider",
  "version",
  "pipelineType",
  "executionMode",
  "executionType",
  "triggerType",
  "providerType",
  "type",
  "retryMode",
  "retryTrigger",
  "region",
  "nextToken",
  "namespace",
]);
/** Secrets that an answer may hold though the emulator's do not: under these keys AWS's documents have them. */
const PLANTED: Record<string, (canary: string) => Record<string, string>> = {
  configuration: (canary) => ({
    OAuthToken: canary,
    EnvironmentVariables: JSON.stringify([{ name: "PASSWORD", value: canary, type: "PLAINTEXT" }]),
    ParameterOverrides: JSON.stringify({ DbPassword: canary }),
    Commands: `login --password ${canary}`,
    UserParameters: canary,
    SomethingNew: canary,
  }),
  resolvedConfiguration: (canary) => ({ OAuthToken: canary, EnvironmentVariables: canary }),
  outputVariables: (canary) => ({ DB_PASSWORD: canary, ApiToken: canary }),
};

/** What is the id of a job elsewhere is the token of the approval here, which answers it. */
function isApproval(run: object): boolean {
  return "input" in run && JSON.stringify(run.input).includes('"category":"Approval"');
}

/** Canaries of an answer, one for each place a text can stand at. */
export class CanaryCage {
  readonly #places: string[] = [];

  /** Every place that a canary was put at, in the order of their numbers. */
  get places(): readonly string[] {
    return this.#places;
  }

  /** An answer with a canary in every text of it; what is no JSON object stays as it is. */
  release(operation: string, body: Buffer): Buffer {
    try {
      const answer: unknown = JSON.parse(body.toString("utf8"));
      return Buffer.from(JSON.stringify(this.#filled(answer, operation, "")));
    } catch {
      return body;
    }
  }

  /** The places whose canaries are in a text. */
  found(text: string): Set<string> {
    const numbers = [...text.matchAll(/CNRY(\d+)X/g), ...text.matchAll(/c0ffee00-0000-4000-8000-(\d{12})/g)];
    return new Set(numbers.flatMap(([, number]) => this.#places[Number(number)] ?? []));
  }

  #filled(value: unknown, path: string, key: string): unknown {
    if (typeof value === "string") return STRUCTURE.has(key) ? value : this.#withCanary(value, path, key);
    if (Array.isArray(value)) {
      const filled = value.map((item) => this.#filled(item, `${path}[]`, key));
      return key === "variables" ? [...filled, this.#secretVariable(path)] : filled;
    }
    if (typeof value !== "object" || value === null) return value;
    const place = isApproval(value) ? `${path}(approval)` : path;
    const planted = PLANTED[key]?.(`CNRY${this.#numberOf(`${path}.(planted)`)}X`);
    return {
      ...Object.fromEntries(
        Object.entries(value).map(([name, item]) => [name, this.#filled(item, `${place}.${name}`, name)]),
      ),
      ...planted,
    };
  }

  /** A variable that is called a secret. */
  #secretVariable(path: string): object {
    const value = `CNRY${this.#numberOf(`${path}[].(planted)`)}X`;
    return { name: "DB_PASSWORD", resolvedValue: value, defaultValue: value };
  }

  #withCanary(value: string, path: string, key: string): string {
    const number = this.#numberOf(path);
    // The application takes an approval's token only when it looks like one.
    if (key === "token") return `c0ffee00-0000-4000-8000-${String(number).padStart(12, "0")}`;
    return `${value} CNRY${number}X`.trim();
  }

  #numberOf(path: string): number {
    const known = this.#places.indexOf(path);
    return known < 0 ? this.#places.push(path) - 1 : known;
  }
}
