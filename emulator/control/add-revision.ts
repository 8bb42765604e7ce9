import type { PullRequest } from "../engine/revision";
import type { ControlCall } from "./control-call";
import { ControlError } from "./control-error";
import { Fields, present } from "./fields";

const OPTIONAL = ["revisionId", "summary", "author", "url", "branch", "tag", "files", "pullRequest"] as const;
const PULL_REQUEST = ["event", "id", "title", "sourceBranch", "destinationBranch"] as const;
const PULL_REQUEST_EVENTS = ["OPEN", "UPDATED", "CLOSED"] as const;
const MOST_FILES = 10_000;

/** A pull request; what is left out is filled in, so that `{"event": "OPEN"}` is one from `feature` to `main`. */
function pullRequestOf(fields: Fields): PullRequest | undefined {
  const given = fields.object("pullRequest", PULL_REQUEST);
  if (!given) return undefined;
  return {
    event: given.oneOf("event", PULL_REQUEST_EVENTS) ?? "OPEN",
    id: given.textUpTo(50, "id") ?? "1",
    title: given.textUpTo(255, "title") ?? "A pull request",
    sourceBranch: given.textUpTo(255, "sourceBranch") ?? "feature",
    destinationBranch: given.textUpTo(255, "destinationBranch") ?? "main",
  };
}

/**
 * `POST /_emulator/revisions`: a new revision at a source, on a branch, by a tag or by a pull request; answers the ids of
 * the executions it started at once.
 */
export const addRevision: ControlCall = (emulator, { body }) => {
  const fields = new Fields(body, ["account", "region", "pipeline", "action", ...OPTIONAL]);
  const account = fields.account();
  const region = fields.region();
  const revision = {
    account: account ?? fields.neededText("account"),
    region: region ?? fields.neededText("region"),
    pipeline: fields.neededText("pipeline"),
    action: fields.neededText("action"),
    ...present({
      revisionId: fields.textUpTo(1500, "revisionId"),
      summary: fields.textUpTo(1000, "summary"),
      author: fields.textUpTo(255, "author"),
      url: fields.textUpTo(2048, "url"),
      branch: fields.textUpTo(255, "branch"),
      tag: fields.textUpTo(255, "tag"),
      files: fields.textList("files", MOST_FILES, 4096),
      pullRequest: pullRequestOf(fields),
    }),
  };
  try {
    return { executionIds: emulator.worldAtNow().addRevision(revision) };
  } catch (error) {
    if (error instanceof Error && "code" in error) throw new ControlError(`${error.code}: ${error.message}`);
    throw error;
  }
};
