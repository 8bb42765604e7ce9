import {
  doingWords,
  type HouseVerb,
  isStaged,
  type PermissionVerb,
  type PipelineVerb,
} from "./permission-verb";
import type { Person } from "./person";

/** Where something is to be done. */
export interface Place {
  target: string;
  pipeline: string;
  stage?: string;
}

/** Names by globs, as the configuration gives them. */
export interface NamePattern {
  globs: readonly string[];
  matches: (name: string) => boolean;
}

/** The rule that decided, as people find it. */
export interface DecidingRule {
  /** Where it stands in the configuration, such as `permissions.rules[3]`. */
  path: string;
  /** Line of the configuration; absent for what holds without one. */
  line?: number;
  /** What it says, in words. */
  words: string;
}

/** One rule: allows or denies verbs to groups, everywhere or where all of its patterns match. */
export interface PermissionRule extends DecidingRule {
  effect: "allow" | "deny";
  verbs: ReadonlySet<PermissionVerb>;
  /** `*` is everybody. */
  groups: readonly string[];
  targets?: NamePattern;
  pipelines?: NamePattern;
  /** Narrows the verbs that are pressed at a stage, and leaves out those that are not; `see` stays whole. */
  stages?: NamePattern;
}

/** Every rule there is; their order decides nothing but which of several equal reasons is named. */
export interface Policy {
  rules: readonly PermissionRule[];
}

/** Whether something is allowed, if not, why in words, and by which rule. */
export type Permission =
  | { allowed: true; rule: DecidingRule }
  | { allowed: false; why: string; rule: DecidingRule };

/** What decides where no rule does. */
export const NO_RULE: DecidingRule = { path: "permissions", words: "What no rule allows is denied." };

/**
 * Whether a person may do something to a pipeline. A rule that denies wins over all that allow; what cannot be seen can
 * not be pressed either. Without a stage, a verb that is pressed at one is allowed where it is for every stage.
 */
export function can(policy: Policy, person: Person, verb: PipelineVerb, place: Place): Permission {
  const mine = policy.rules.filter((rule) => isFor(rule, person.groups) && isAt(rule, place));
  const covers = (rule: PermissionRule) => coversVerb(rule, verb, place.stage);
  const seen = verb === "see" ? undefined : mine.find((rule) => coversVerb(rule, "see"));
  return decide({ mine, covers, verb, person, seen });
}

/** Whether a person may do something to the house as a whole: only rules that hold everywhere count. */
export function canInHouse(policy: Policy, person: Person, verb: HouseVerb): Permission {
  const mine = policy.rules.filter((rule) => isFor(rule, person.groups) && isEverywhere(rule));
  return decide({ mine, covers: (rule) => rule.verbs.has(verb), verb, person });
}

/** Groups that rules let do something at a place, without those that a rule denies it to; `*` is everybody. */
export function groupsThatMay(policy: Policy, verb: PipelineVerb, place: Place): string[] {
  const rules = policy.rules.filter((rule) => isAt(rule, place) && coversVerb(rule, verb, place.stage));
  const ofEffect = (effect: PermissionRule["effect"]) =>
    new Set(rules.filter((rule) => rule.effect === effect).flatMap(({ groups }) => groups));
  const denied = ofEffect("deny");
  if (denied.has("*")) return [];
  const allowed = [...ofEffect("allow")].filter((group) => !denied.has(group));
  return allowed.includes("*") ? ["*"] : allowed;
}

/** Whether a rule speaks of somebody with these groups. */
export function isFor({ groups }: PermissionRule, ofPerson: readonly string[]): boolean {
  return groups.some((group) => group === "*" || ofPerson.includes(group));
}

/** A rule as one finds it: `permissions.rules[3], line 31`. */
export function rulePlace({ path, line }: DecidingRule): string {
  return line === undefined ? path : `${path}, line ${line}`;
}

interface Question {
  mine: readonly PermissionRule[];
  covers: (rule: PermissionRule) => boolean;
  verb: PermissionVerb;
  person: Person;
  /** What lets the person see the place. */
  seen?: PermissionRule;
}

function decide({ mine, covers, verb, person, seen }: Question): Permission {
  const denying = mine.find((rule) => rule.effect === "deny" && covers(rule));
  if (denying) {
    const why = `${doingWords(verb)} is denied by a rule: ${denying.words} (${rulePlace(denying)}).`;
    return { allowed: false, why, rule: named(denying) };
  }
  const allowing = mine.find((rule) => rule.effect === "allow" && covers(rule));
  if (allowing) return { allowed: true, rule: named(allowing) };
  const have = seen?.effect === "allow" ? ` Here you have: ${seen.words} (${rulePlace(seen)}).` : "";
  const why = `${doingWords(verb)} needs a rule that gives it to ${groupWords(person.groups)}.${have}`;
  return { allowed: false, why, rule: NO_RULE };
}

function isAt({ targets, pipelines }: PermissionRule, { target, pipeline }: Place): boolean {
  return (targets?.matches(target) ?? true) && (pipelines?.matches(pipeline) ?? true);
}

function isEverywhere({ targets, pipelines, stages }: PermissionRule): boolean {
  return targets === undefined && pipelines === undefined && stages === undefined;
}

function coversVerb(rule: PermissionRule, verb: PermissionVerb, stage?: string): boolean {
  const { effect, verbs, stages } = rule;
  if (effect === "deny" && verbs.has("see")) return true;
  if (!verbs.has(verb)) return false;
  if (stages === undefined || verb === "see") return true;
  return isStaged(verb) && stage !== undefined && stages.matches(stage);
}

function named({ path, line, words }: PermissionRule): DecidingRule {
  return { path, ...(line === undefined ? {} : { line }), words };
}

const MOST_GROUPS_NAMED = 5;

function groupWords(groups: readonly string[]): string {
  if (groups.length === 0) return "everybody, for you are in no group";
  const shown = groups.slice(0, MOST_GROUPS_NAMED).join(", ");
  const more = groups.length - MOST_GROUPS_NAMED;
  return `your ${groups.length === 1 ? "group" : "groups"} ${shown}${more > 0 ? ` and ${more} more` : ""}`;
}
