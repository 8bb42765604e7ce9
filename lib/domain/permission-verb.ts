import type { Verb } from "./receipt";

/** What is done to the house as a whole and not to a pipeline. */
export const HOUSE_VERBS = ["see-activity", "revoke-sessions"] as const;
/**
 * `see-activity`: sign-ins, denied attempts and configuration loads of others; presses on a pipeline are seen by who
 * sees the pipeline. `revoke-sessions`: end sessions of others.
 */
export type HouseVerb = (typeof HOUSE_VERBS)[number];

/** What is done to a pipeline. */
export type PipelineVerb = Verb | "see";

/** Everything that a rule can allow or deny. */
export type PermissionVerb = PipelineVerb | HouseVerb;

/** What doing it is called at the start of a sentence. */
const DOING: Readonly<Record<PermissionVerb, string>> = {
  see: "Seeing it",
  approve: "Approving",
  reject: "Rejecting",
  stop: "Stopping",
  abandon: "Abandoning",
  retry: "Retrying",
  rollback: "Rolling back",
  override: "Overriding",
  "open-transition": "Opening a transition",
  "close-transition": "Closing a transition",
  release: "Releasing a change",
  "see-activity": "Seeing the activity of others",
  "revoke-sessions": "Ending sessions of others",
};

/** Verbs that are pressed at a stage, so that a rule may be narrowed to stages. */
const STAGED: readonly PermissionVerb[] = [
  "approve",
  "reject",
  "retry",
  "rollback",
  "override",
  "open-transition",
  "close-transition",
];

/** Every verb that a rule can name. */
export const PERMISSION_VERBS: readonly PermissionVerb[] = Object.keys(DOING).filter(isPermissionVerb);

/** Every verb that is a press. */
export const VERBS: readonly Verb[] = PERMISSION_VERBS.filter(isVerb);

/** Tells whether a text is a verb that a rule can name. */
export function isPermissionVerb(text: string): text is PermissionVerb {
  return Object.hasOwn(DOING, text);
}

/** Tells whether a text is a verb of this version that is a press. */
export function isVerb(text: string): text is Verb {
  return isPermissionVerb(text) && text !== "see" && !isHouseVerb(text);
}

/** Tells whether a verb is done to the house as a whole. */
export function isHouseVerb(verb: PermissionVerb): verb is HouseVerb {
  return HOUSE_VERBS.some((known) => known === verb);
}

/** Whether the verb is pressed at a stage. */
export function isStaged(verb: PermissionVerb): boolean {
  return STAGED.includes(verb);
}

/** What doing it is called, at the start of a sentence. */
export function doingWords(verb: PermissionVerb): string {
  return DOING[verb];
}
