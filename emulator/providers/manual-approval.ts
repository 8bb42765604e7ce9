import { day } from "../engine/duration";
import type { ProviderModel } from "./provider-model";

/** A person's answer. Without one it fails after seven days; only a script lets it end by itself. */
export const manualApproval: ProviderModel = {
  timeoutMs: 7 * day,
  plan: ({ random }) => ({
    durationMs: random.between(60_000, 600_000),
    failure: { code: "JobFailed", message: "Rejected." },
  }),
};
