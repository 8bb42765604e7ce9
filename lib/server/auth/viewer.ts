import "server-only";
import { isFor, type PermissionRule, type Policy } from "@/lib/domain/permission";
import type { Person } from "@/lib/domain/person";
import type { Viewer } from "@/lib/domain/viewer";
import { getPolicy } from "./policy";

/** Answers kept of one target: more names than any account has pipelines; names that people make up push nothing out for long. */
const MOST_KEPT = 50_000;

/** Sets of groups whose viewer is kept. */
const MOST_GROUP_SETS = 10_000;

const viewers = new WeakMap<
  Policy,
  { byGroups: Map<string, RuleViewer>; byRules: Map<string, RuleViewer> }
>();

/** What a person may see by the rules of this server. People for whom the same rules count get the same viewer. */
export function viewerOf(person: Person): Viewer {
  const policy = getPolicy();
  const known = viewers.get(policy) ?? { byGroups: new Map(), byRules: new Map() };
  viewers.set(policy, known);
  const groups = JSON.stringify(person.groups);
  const viewer = known.byGroups.get(groups) ?? byRules(policy, person, known.byRules);
  if (known.byGroups.size >= MOST_GROUP_SETS) known.byGroups.clear();
  known.byGroups.set(groups, viewer);
  return viewer;
}

function byRules(policy: Policy, person: Person, known: Map<string, RuleViewer>): RuleViewer {
  const mine = policy.rules.flatMap((rule, index) =>
    rule.verbs.has("see") && isFor(rule, person.groups) ? [{ rule, index }] : [],
  );
  const everything =
    mine.every(({ rule }) => rule.effect === "allow") && mine.some(({ rule }) => isWhole(rule));
  const key = everything ? "all" : mine.map(({ index }) => index.toString(36)).join(".");
  const viewer =
    known.get(key) ??
    new RuleViewer(
      everything,
      known.size.toString(36),
      mine.map(({ rule }) => rule),
    );
  known.set(key, viewer);
  return viewer;
}

/** Rules of sight, compiled for one set of groups; what was decided of a name is kept. */
class RuleViewer implements Viewer {
  readonly #targets = new Map<string, TargetSight>();

  constructor(
    readonly seesAll: boolean,
    readonly key: string,
    private readonly rules: readonly PermissionRule[],
  ) {}

  seesTarget(target: string): boolean {
    return this.seesAll || this.#at(target).seesAny;
  }

  sees(target: string, pipeline: string): boolean {
    return this.seesAll || this.#at(target).sees(pipeline);
  }

  #at(target: string): TargetSight {
    const known = this.#targets.get(target);
    if (known) return known;
    if (this.#targets.size >= MOST_KEPT) this.#targets.clear();
    const sight = new TargetSight(this.rules.filter(({ targets }) => targets?.matches(target) ?? true));
    this.#targets.set(target, sight);
    return sight;
  }
}

/** What can be seen of one target. */
class TargetSight {
  /** Something is allowed, and not everything is denied. */
  readonly seesAny: boolean;
  readonly #allowing: ReadonlyArray<(name: string) => boolean>;
  readonly #denying: ReadonlyArray<(name: string) => boolean>;
  readonly #known = new Map<string, boolean>();

  constructor(rules: readonly PermissionRule[]) {
    const patterns = (effect: PermissionRule["effect"]) =>
      rules.filter((rule) => rule.effect === effect).map(({ pipelines }) => pipelines?.matches ?? everyName);
    this.#allowing = patterns("allow");
    this.#denying = patterns("deny");
    this.seesAny = this.#allowing.length > 0 && !this.#denying.includes(everyName);
  }

  sees(pipeline: string): boolean {
    const known = this.#known.get(pipeline);
    if (known !== undefined) return known;
    const matches = (pattern: (name: string) => boolean) => pattern(pipeline);
    const sees = this.#allowing.some(matches) && !this.#denying.some(matches);
    if (this.#known.size >= MOST_KEPT) this.#known.clear();
    this.#known.set(pipeline, sees);
    return sees;
  }
}

function everyName(): boolean {
  return true;
}

function isWhole({ effect, targets, pipelines }: PermissionRule): boolean {
  return effect === "allow" && targets === undefined && pipelines === undefined;
}
