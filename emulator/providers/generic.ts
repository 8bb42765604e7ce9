import { hour, second } from "../engine/duration";
import { commitTexts } from "./commit-texts";
import { madeUpVariables } from "./made-up-variables";
import type { ProviderModel } from "./provider-model";

/** A service nobody has modelled: it takes a while and succeeds. */
export const generic: ProviderModel = {
  timeoutMs: hour,
  plan({ random, variablesAsked, action }) {
    const { provider } = action.actionTypeId;
    return {
      durationMs: random.between(10 * second, 90 * second),
      externalExecutionId: random.hex(16),
      outputVariables: madeUpVariables(variablesAsked, random),
      failure: { code: "JobFailed", message: `${provider} reported a failure.` },
    };
  },
  revision: (_place, random) => ({ revisionId: random.hex(40), summary: random.pick(commitTexts) }),
};

/** A custom action: a worker of the team that somebody keeps running, so that it behaves like any other service. */
export const custom: ProviderModel = { ...generic, timeoutMs: 24 * hour };
