import "server-only";
import picomatch from "picomatch";
import {
  can,
  canInHouse,
  isFor,
  type NamePattern,
  type Permission,
  type PermissionRule,
  type Place,
  type Policy,
} from "@/lib/domain/permission";
import type { HouseVerb, PipelineVerb } from "@/lib/domain/permission-verb";
import type { Person } from "@/lib/domain/person";
import type { Config } from "../config/config";
import { getConfig } from "../config/get-config";
import type { RuleConfig } from "../config/permissions-config";
import { ApiError } from "../errors";
import { log } from "../log";
import { demoConfigured } from "./demo-offer";
import { demoRules } from "./demo-rules";

const compiled = new WeakMap<Config, Policy>();

/** The rules of this server, ready to be asked. Without rules in the configuration, those of the demo where it is one. */
export function getPolicy(): Policy {
  const config = getConfig();
  const known = compiled.get(config);
  if (known) return known;
  const rules = [...(config.permissions?.rules ?? []), ...(isBareDemo(config) ? demoRules() : [])];
  const policy = { rules: rules.map(toRule) };
  compiled.set(config, policy);
  return policy;
}

/** Whether a person may do something to a pipeline, and which rule says so. */
export function mayDo(person: Person, verb: PipelineVerb, place: Place): Permission {
  return can(getPolicy(), person, verb, place);
}

/** Whether a person may do something to the house as a whole, and which rule says so. */
export function mayDoInHouse(person: Person, verb: HouseVerb): Permission {
  return canInHouse(getPolicy(), person, verb);
}

/** Throws `auth.forbidden` with the rule that decided in words, and logs the refusal. */
export function requireMay(person: Person, verb: PipelineVerb, place: Place, requestId: string): void {
  refuse(mayDo(person, verb, place), { requestId, personId: person.id, verb, ...place });
}

/** As `requireMay`, for what is done to the house as a whole. */
export function requireMayInHouse(person: Person, verb: HouseVerb, requestId: string): void {
  refuse(mayDoInHouse(person, verb), { requestId, personId: person.id, verb });
}

/** Whether any rule allows anything to who is in these groups: others have no business here. */
export function mayEnter(groups: readonly string[]): boolean {
  return getPolicy().rules.some((rule) => rule.effect === "allow" && isFor(rule, groups));
}

function refuse(answer: Permission, about: object): void {
  if (answer.allowed) return;
  log.info({ ...about, rule: answer.rule.path }, "denied");
  throw new ApiError("auth.forbidden", answer.why);
}

function isBareDemo(config: Config): boolean {
  return config.permissions?.isWritten !== true && demoConfigured();
}

function toRule(rule: RuleConfig): PermissionRule {
  const { path, line, groups, effect, verbs, targets, pipelines, stages } = rule;
  return {
    path,
    line,
    groups,
    effect,
    verbs: new Set(verbs),
    words: ruleWords(rule),
    targets: pattern(targets),
    pipelines: pattern(pipelines),
    stages: pattern(stages),
  };
}

function pattern(globs: readonly string[] | undefined): NamePattern | undefined {
  return globs && { globs, matches: picomatch([...globs], { dot: true }) };
}

function ruleWords({ groups, effect, what, targets, pipelines, stages }: RuleConfig): string {
  const who = groups.includes("*")
    ? "everybody"
    : `${groups.length > 1 ? "groups" : "group"} ${groups.join(", ")}`;
  const where = [
    targets && `targets ${targets.join(", ")}`,
    pipelines && `pipelines ${pipelines.join(", ")}`,
    stages && `stages ${stages.join(", ")}`,
  ].filter((part) => part !== undefined);
  const place = where.length === 0 ? "everywhere" : `on ${where.join(", ")}`;
  return effect === "deny" ? `no ${what} for ${who} ${place}` : `role ${what} for ${who} ${place}`;
}
