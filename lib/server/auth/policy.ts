import "server-only";
import {
  can,
  canInHouse,
  groupsThatMay,
  isFor,
  type NamePattern,
  type Permission,
  type PermissionRule,
  type Place,
  type Policy,
} from "@/lib/domain/permission";
import type { HouseVerb, PipelineVerb } from "@/lib/domain/permission-verb";
import type { Person } from "@/lib/domain/person";
import {
  PRESS_CONDITIONS,
  type PressConditions,
  type PressRule,
  pressConditions,
} from "@/lib/domain/press-conditions";
import type { Config } from "../config/config";
import { getConfig } from "../config/get-config";
import type { PlaceGlobs, PressRuleConfig, RuleConfig } from "../config/permissions-config";
import { ApiError } from "../errors";
import { log } from "../log";
import { demoConfigured } from "./demo-offer";
import { demoRules } from "./demo-rules";
import { namePattern } from "./name-pattern";

/** The rules of a house: who may do what, and what more a press takes. */
interface HousePolicy extends Policy {
  pressRules: readonly PressRule[];
}

const compiled = new WeakMap<Config, HousePolicy>();

/** The rules of this server, ready to be asked. Without rules in the configuration, those of the demo where it is one. */
export function getPolicy(): HousePolicy {
  const config = getConfig();
  const known = compiled.get(config);
  if (known) return known;
  const rules = [...(config.permissions?.rules ?? []), ...(isBareDemo(config) ? demoRules() : [])];
  const policy = {
    rules: rules.map(toRule),
    pressRules: (config.permissions?.pressRules ?? []).map(toPressRule),
  };
  compiled.set(config, policy);
  return policy;
}

/** Whether a person may do something to a pipeline, and which rule says so. */
export function mayDo(person: Person, verb: PipelineVerb, place: Place): Permission {
  return can(getPolicy(), person, verb, place);
}

/** The groups that rules let do something at a place; `*` is everybody. */
export function groupsAllowed(verb: PipelineVerb, place: Place): string[] {
  return groupsThatMay(getPolicy(), verb, place);
}

/** Whether a person may do something to the house as a whole, and which rule says so. */
export function mayDoInHouse(person: Person, verb: HouseVerb): Permission {
  return canInHouse(getPolicy(), person, verb);
}

/** Throws `auth.forbidden` where a person may not do something to the house as a whole, and logs the refusal. */
export function requireInHouse(person: Person, verb: HouseVerb): void {
  refuse(mayDoInHouse(person, verb), { personId: person.id, verb });
}

/** What more a press takes at a pipeline, whoever presses. */
export function conditionsAt(place: Place): PressConditions {
  return pressConditions(getPolicy().pressRules, place);
}

/** Throws `auth.forbidden` with the rule that decided in words, and logs the refusal. */
export function requireMay(person: Person, verb: PipelineVerb, place: Place, requestId: string): void {
  refuse(mayDo(person, verb, place), { requestId, personId: person.id, verb, ...place });
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

function toPressRule(rule: PressRuleConfig): PressRule {
  const { targets, pipelines, ...rest } = rule;
  const options = PRESS_CONDITIONS.filter((condition) => rule[condition]).join(", ");
  return {
    ...rest,
    words: `${options} ${placeWords(rule)}`,
    targets: pattern(targets),
    pipelines: pattern(pipelines),
  };
}

function pattern(globs: readonly string[] | undefined): NamePattern | undefined {
  return globs && namePattern(globs);
}

function ruleWords(rule: RuleConfig): string {
  const { groups, effect, what } = rule;
  const who = groups.includes("*")
    ? "everybody"
    : `${groups.length > 1 ? "groups" : "group"} ${groups.join(", ")}`;
  return `${effect === "deny" ? "no" : "role"} ${what} for ${who} ${placeWords(rule)}`;
}

function placeWords({ targets, pipelines, stages }: PlaceGlobs & { stages?: string[] }): string {
  const where = [
    targets && `targets ${targets.join(", ")}`,
    pipelines && `pipelines ${pipelines.join(", ")}`,
    stages && `stages ${stages.join(", ")}`,
  ].filter((part) => part !== undefined);
  return where.length === 0 ? "everywhere" : `on ${where.join(", ")}`;
}
