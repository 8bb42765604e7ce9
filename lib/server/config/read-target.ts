import "server-only";
import { isMap, isScalar, isSeq, type YAMLMap } from "yaml";
import type { TargetConfig } from "./config";
import { type Field, TARGET_FIELDS } from "./target-fields";
import { type Reporter, reportUnknownKeys } from "./unknown-keys";

type Value = string | number | string[];

/** Reads one item of `targets`, reporting every mistake; undefined when it had any. */
export function readTarget(item: unknown, path: string, report: Reporter): TargetConfig | undefined {
  if (!isMap(item)) {
    report(item, path, "must be a mapping with at least id, name, account and region");
    return undefined;
  }
  let good = true;
  const reportHere: Reporter = (node, where, message) => {
    good = false;
    report(node, where, message);
  };
  reportUnknownKeys(item, path, Object.keys(TARGET_FIELDS), reportHere);
  const values = new Map<string, Value>();
  for (const [key, field] of Object.entries(TARGET_FIELDS)) {
    const value = readField(item, key, field, path, reportHere);
    if (value !== undefined) values.set(key, value);
  }
  checkTogether(item, values, path, reportHere);
  return good ? toTarget(values) : undefined;
}

function readField(
  map: YAMLMap,
  key: string,
  field: Field,
  path: string,
  report: Reporter,
): Value | undefined {
  const where = `${path}.${key}`;
  if (!map.has(key)) {
    if (field.kind === "text" && field.required) report(map, where, `is missing, expected ${field.expected}`);
    return undefined;
  }
  const node = map.get(key, true);
  if (field.kind === "texts") return readTexts(node, where, field, report) ?? undefined;
  if (field.kind === "number") {
    const value = isScalar(node) ? node.value : undefined;
    const fits =
      typeof value === "number" &&
      value >= field.min &&
      value <= field.max &&
      (!field.integer || Number.isInteger(value));
    if (fits) return value;
    report(node ?? map, where, `${shown(node)} is not good, expected ${field.expected}`);
    return undefined;
  }
  const text = textOf(node);
  const expected = text === undefined ? field.expected : field.check(text);
  if (text !== undefined && expected === undefined) return text;
  report(node ?? map, where, `${shown(node)} is not good, expected ${expected ?? field.expected}`);
  return undefined;
}

function readTexts(
  node: unknown,
  where: string,
  field: Extract<Field, { kind: "texts" }>,
  report: Reporter,
): string[] | undefined {
  if (!isSeq(node)) {
    report(node, where, `${shown(node)} is not good, expected ${field.expected}`);
    return undefined;
  }
  return node.items.flatMap((item, index) => {
    const text = textOf(item);
    const expected = text === undefined ? field.expected : field.check(text);
    if (text !== undefined && expected === undefined) return [text];
    report(item, `${where}[${index}]`, `${shown(item)} is not good, expected ${expected ?? field.expected}`);
    return [];
  });
}

/** An unquoted account such as 012345678901 is a number to YAML; its text as written is what is meant. */
function textOf(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  if (typeof node.value === "string") return node.value;
  return typeof node.value === "number" && typeof node.source === "string" ? node.source : undefined;
}

function shown(node: unknown): string {
  if (isSeq(node)) return "a list";
  if (isMap(node)) return "a mapping";
  if (!isScalar(node) || node.value === null) return "nothing";
  const text = textOf(node) ?? String(node.value);
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

function checkTogether(map: YAMLMap, values: Map<string, Value>, path: string, report: Reporter): void {
  const account = values.get("account");
  for (const key of ["roleArn", "operatorRoleArn"]) {
    const arn = values.get(key);
    if (typeof arn !== "string" || typeof account !== "string" || arn.split(":")[4] === account) continue;
    report(map.get(key, true), `${path}.${key}`, `is a role of another account, expected one of ${account}`);
  }
  if (values.has("externalId") && !map.has("roleArn") && !map.has("operatorRoleArn")) {
    report(
      map.get("externalId", true),
      `${path}.externalId`,
      "is only used to assume a role, expected roleArn or operatorRoleArn beside it",
    );
  }
}

function toTarget(values: Map<string, Value>): TargetConfig {
  const text = (key: string) => {
    const value = values.get(key);
    return typeof value === "string" ? value : undefined;
  };
  const number = (key: string) => {
    const value = values.get(key);
    return typeof value === "number" ? value : undefined;
  };
  const texts = (key: string) => {
    const value = values.get(key);
    return Array.isArray(value) ? value : [];
  };
  return {
    id: text("id") ?? "",
    name: text("name") ?? "",
    account: text("account") ?? "",
    region: text("region") ?? "",
    roleArn: text("roleArn"),
    operatorRoleArn: text("operatorRoleArn"),
    externalId: text("externalId"),
    profile: text("profile"),
    endpoint: text("endpoint"),
    queueUrl: text("queueUrl"),
    requestsPerSecond: number("requestsPerSecond"),
    timeoutMs: number("timeoutMs"),
    include: texts("include"),
    exclude: texts("exclude"),
  };
}
