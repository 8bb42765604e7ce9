import type { ControlCall } from "./control-call";
import { ControlError } from "./control-error";
import { Fields, present } from "./fields";

const OPTIONAL = ["revisionId", "summary", "author", "url", "branch"] as const;

/** `POST /_emulator/revisions`: a new revision at a source; answers the ids of the executions it started. */
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
    }),
  };
  try {
    return { executionIds: emulator.worldAtNow().addRevision(revision) };
  } catch (error) {
    if (error instanceof Error && "code" in error) throw new ControlError(`${error.code}: ${error.message}`);
    throw error;
  }
};
