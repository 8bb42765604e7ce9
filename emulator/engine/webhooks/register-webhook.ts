import { currentDeclaration, type Place } from "../pipeline-lookup";
import { ServiceError } from "../service-error";
import type { Simulation } from "../simulation";

/**
 * Tells GitHub about a webhook, or that it is no more. Throws WebhookNotFoundException, and ValidationException without a name
 * and for a webhook whose action is none of GitHub.
 */
export function setRegistered(
  sim: Simulation,
  place: Place,
  name: string | undefined,
  isRegistered: boolean,
): void {
  if (name === undefined)
    throw new ServiceError("ValidationException", "The name of a webhook must be given");
  const records = sim.region(place.account, place.region);
  const webhook = records.webhooks.find(name);
  if (!webhook) throw new ServiceError("WebhookNotFoundException", `The webhook '${name}' was not found`);
  const { targetPipeline, targetAction } = webhook.definition;
  const pipeline = records.pipeline(targetPipeline);
  const actions = pipeline ? currentDeclaration(pipeline).stages[0]?.actions : undefined;
  if (actions?.find((action) => action.name === targetAction)?.actionTypeId.provider !== "GitHub") {
    throw new ServiceError(
      "ValidationException",
      `The webhook '${name}' cannot be registered: its target is no action of the type GitHub`,
    );
  }
  webhook.isRegistered = isRegistered;
}
