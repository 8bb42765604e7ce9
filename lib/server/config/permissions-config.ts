import "server-only";
import type { PermissionVerb } from "@/lib/domain/permission-verb";

/** Where something holds, as globs; undefined means everywhere. */
export interface PlaceGlobs {
  /** Of target ids. */
  targets?: string[];
  /** Of pipeline names. */
  pipelines?: string[];
}

/** One rule of `permissions`, its patterns still texts. */
export interface RuleConfig extends PlaceGlobs {
  /** Where it stands, such as `permissions.rules[3]`. */
  path: string;
  /** 1-based; absent for the rules of the demo, which stand in no file. */
  line?: number;
  /** Names of groups; `*` is everybody. */
  groups: string[];
  effect: "allow" | "deny";
  /** What it allows or denies, in a word: the role's name, or the verbs. */
  what: string;
  verbs: PermissionVerb[];
  /** Globs of stage names; undefined means all, and verbs that are pressed at no stage. */
  stages?: string[];
}

/** What more a press takes at some pipelines; where several match, each counts. */
export interface PressRuleConfig extends PlaceGlobs {
  path: string;
  line: number;
  reasonRequired: boolean;
  noOwnChanges: boolean;
  twoApprovers: boolean;
}

/** What `permissions` says, or `signIn.roles` where that is missing. */
export interface PermissionsConfig {
  rules: RuleConfig[];
  pressRules: PressRuleConfig[];
  /** Whether the key `permissions` stands in the file, so that nothing holds besides. */
  isWritten: boolean;
}
