import type { ControlCall } from "./control-call";
import { ControlError } from "./control-error";
import { Fields, present } from "./fields";

const SELECTORS = ["account", "region", "pipeline", "stage", "action", "rule", "provider"] as const;
const ENDINGS = [
  "times",
  "durationMs",
  "status",
  "errorDetails",
  "summary",
  "outputVariables",
  "externalExecutionUrl",
  "percentSteps",
] as const;
const LONGEST_MS = 30 * 24 * 60 * 60 * 1000;

/** `POST /_emulator/outcomes`: how matching actions or rules that start from now on will end. */
export const addOutcome: ControlCall = (emulator, { body }) => {
  const fields = new Fields(body, [...SELECTORS, ...ENDINGS]);
  const errorDetails = fields.object("errorDetails", ["code", "message"]);
  if (fields.has("action") && fields.has("rule")) throw new ControlError("give action or rule, not both");
  if (errorDetails !== undefined && fields.oneOf("status", ["Succeeded", "Failed"]) === "Succeeded") {
    throw new ControlError("errorDetails must be left out when status is Succeeded");
  }
  const outcome = present({
    account: fields.account(),
    region: fields.region(),
    pipeline: fields.text("pipeline"),
    stage: fields.text("stage"),
    action: fields.text("action"),
    rule: fields.text("rule"),
    provider: fields.text("provider"),
    times: fields.whole("times", 1, 1_000_000),
    durationMs: fields.whole("durationMs", 0, LONGEST_MS),
    status: fields.oneOf("status", ["Succeeded", "Failed"]),
    errorDetails:
      errorDetails &&
      present({ code: errorDetails.textUpTo(100, "code"), message: errorDetails.textUpTo(5000, "message") }),
    summary: fields.textUpTo(2048, "summary"),
    outputVariables: fields.texts("outputVariables"),
    externalExecutionUrl: fields.textUpTo(2048, "externalExecutionUrl"),
    percentSteps: fields.wholes("percentSteps", 0, 100),
  });
  if (!ENDINGS.some((name) => name !== "times" && fields.has(name))) {
    throw new ControlError(`give at least one of ${ENDINGS.slice(1).join(", ")}`);
  }
  emulator.worldAtNow().outcomes.add(outcome);
  return {};
};
