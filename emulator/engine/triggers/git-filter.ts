import type { GitFilter, TriggerDeclaration } from "../declaration";
import type { NewRevision } from "../revision";
import { fitsGlob } from "./glob";

/** Only so many changed files of a push or pull request are looked at. */
const filesLookedAt = 100;

type GitConfiguration = TriggerDeclaration["gitConfiguration"];

/** Excludes win; without includes everything that is not excluded passes. */
function passes({ includes, excludes = [] }: GitFilter, name: string): boolean {
  if (excludes.some((pattern) => fitsGlob(pattern, name))) return false;
  return includes === undefined || includes.some((pattern) => fitsGlob(pattern, name));
}

/** One changed file that passes is enough. What changed on a branch that has just been created is not known. */
function filesPass(filter: GitFilter | undefined, files: readonly string[] | undefined): boolean {
  if (!filter) return true;
  return (files ?? []).slice(0, filesLookedAt).some((file) => passes(filter, file));
}

function pushMatches({ push = [] }: GitConfiguration, revision: NewRevision, branch: string): boolean {
  const { tag, files } = revision;
  return push.some(({ tags, branches, filePaths }) => {
    if (tag !== undefined) return tags !== undefined && passes(tags, tag);
    return tags === undefined && (!branches || passes(branches, branch)) && filesPass(filePaths, files);
  });
}

function pullRequestMatches({ pullRequest = [] }: GitConfiguration, revision: NewRevision): boolean {
  const asked = revision.pullRequest;
  if (!asked) return false;
  return pullRequest.some(
    ({ events, branches, filePaths }) =>
      (events?.includes(asked.event) ?? true) &&
      (!branches || passes(branches, asked.destinationBranch)) &&
      filesPass(filePaths, revision.files),
  );
}

/** True when a trigger has filters; one without starts on every push to the source action's branch. */
export function hasFilters({ push, pullRequest }: GitConfiguration): boolean {
  return push !== undefined || pullRequest !== undefined;
}

/**
 * True when one of a trigger's filters lets a push (to `branch`, or of its tag) or a pull request through: or between
 * filters, and between the parts of one filter.
 */
export function filtersMatch(
  configuration: GitConfiguration,
  revision: NewRevision,
  branch: string,
): boolean {
  if (revision.pullRequest) return pullRequestMatches(configuration, revision);
  return pushMatches(configuration, revision, branch);
}
