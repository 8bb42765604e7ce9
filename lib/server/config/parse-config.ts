import "server-only";
import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from "yaml";
import type { Config, TargetConfig } from "./config";
import { ConfigError, type ConfigMistake } from "./config-error";
import type { PermissionsConfig } from "./permissions-config";
import { readHistory } from "./read-history";
import { readPermissions } from "./read-permissions";
import { readSignIn } from "./read-sign-in";
import { readSignInRoles } from "./read-sign-in-roles";
import { readTarget } from "./read-target";
import type { RuleReading } from "./rule-reading";
import type { SignInConfig } from "./sign-in-config";
import { type Reporter, reportUnknownKeys } from "./unknown-keys";

/**
 * Reads the text of a configuration file.
 *
 * @param file the name that messages carry
 * @throws ConfigError with every mistake found
 */
export function parseConfig(text: string, file: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const mistakes: ConfigMistake[] = [];
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const report: Reporter = (node, path, message) => {
    mistakes.push({ line: lineAt(startOf(node)), path, message });
  };
  for (const error of [...document.errors, ...document.warnings]) {
    mistakes.push({ line: lineAt(error.pos[0]), path: "", message: `not valid YAML: ${error.message}` });
  }
  const readable = mistakes.length === 0;
  const targets = readable ? readRoot(document.contents, report) : [];
  const signIn = readable ? readSignInOf(document.contents, report) : undefined;
  const reading = {
    targets: targets.map(({ id }) => id),
    report,
    lineOf: (node: unknown) => lineAt(startOf(node)),
  };
  const permissions = readable ? readPermissionsOf(document.contents, reading) : undefined;
  const root = document.contents;
  const history = readHistory(
    readable && isMap(root) && root.has("history") ? root.get("history", true) : undefined,
    report,
  );
  if (mistakes.length > 0)
    throw new ConfigError(
      file,
      mistakes.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    );
  return {
    targets,
    ...(signIn === undefined ? {} : { signIn }),
    ...(permissions === undefined ? {} : { permissions }),
    history,
  };
}

function readRoot(root: ParsedNode | null, report: Reporter): TargetConfig[] {
  const expected = "expected a key named targets with a list of targets";
  if (root === null || (isScalar(root) && root.value === null)) {
    report(root, "", `the file is empty, ${expected}`);
    return [];
  }
  if (!isMap(root)) {
    report(root, "", `this is not a mapping, ${expected}`);
    return [];
  }
  reportUnknownKeys(root, "", ["targets", "signIn", "permissions", "history"], report);
  const list = root.get("targets", true);
  if (!isSeq(list)) {
    report(
      list ?? root,
      "targets",
      root.has("targets") ? "must be a list, [] for none" : "is missing, expected a list of targets",
    );
    return [];
  }
  const targets = list.items.flatMap((item, index) => readTarget(item, `targets[${index}]`, report) ?? []);
  reportRepeatedIds(list.items, report);
  return targets;
}

function readSignInOf(root: ParsedNode | null, report: Reporter): SignInConfig | undefined {
  return isMap(root) && root.has("signIn") ? readSignIn(root.get("signIn", true), report) : undefined;
}

/** `signIn.roles` is the short form: with `permissions`, everything stands there. */
function readPermissionsOf(root: ParsedNode | null, reading: RuleReading): PermissionsConfig | undefined {
  if (!isMap(root)) return undefined;
  const signIn = root.get("signIn", true);
  if (!root.has("permissions")) {
    if (!isMap(signIn)) return undefined;
    const rules = readSignInRoles(signIn, reading.report, reading.lineOf);
    return { rules, pressRules: [], isWritten: false };
  }
  if (isMap(signIn) && signIn.has("roles"))
    reading.report(
      signIn.get("roles", true),
      "signIn.roles",
      "stands beside permissions, expected one of the two: make each line a rule there, such as { groups: [platform], role: admin }",
    );
  return readPermissions(root.get("permissions", true), reading);
}

function reportRepeatedIds(items: unknown[], report: Reporter): void {
  const seen = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const node = isMap(item) ? item.get("id", true) : undefined;
    if (!isScalar(node) || typeof node.value !== "string") continue;
    const first = seen.get(node.value);
    if (first === undefined) seen.set(node.value, index);
    else
      report(
        node,
        `targets[${index}].id`,
        `${node.value} is already the id of targets[${first}], expected one of its own`,
      );
  }
}

function startOf(node: unknown): number {
  if (typeof node !== "object" || node === null || !("range" in node) || !Array.isArray(node.range)) return 0;
  const start: unknown = node.range[0];
  return typeof start === "number" ? start : 0;
}
