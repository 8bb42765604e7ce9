import type { ActionDeclaration } from "../declaration";
import { currentDeclaration, findPipeline, type Place } from "../pipeline-lookup";
import { ServiceError } from "../service-error";
import type { Simulation } from "../simulation";
import { addressRange } from "./authenticate";
import { missingKeys } from "./filters";
import { readJsonPath } from "./json-path";
import type { Webhook, WebhookDefinition } from "./webhook";

/** Quota: webhooks of an account in a region. */
const mostWebhooks = 300;
const tokenAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function sourceAction(sim: Simulation, place: Place, definition: WebhookDefinition): ActionDeclaration {
  const { targetPipeline, targetAction } = definition;
  const [first] = currentDeclaration(findPipeline(sim, place, targetPipeline)).stages;
  const action = first?.actions.find(({ name }) => name === targetAction);
  if (action) return action;
  throw new ServiceError(
    "ValidationException",
    `Pipeline '${targetPipeline}' does not have an action with name '${targetAction}' in its first stage`,
  );
}

function checkAuthentication({ authentication, authenticationConfiguration }: WebhookDefinition): void {
  const { SecretToken, AllowedIPRange } = authenticationConfiguration;
  const demand = (holds: boolean, expected: string): void => {
    if (holds) return;
    throw new ServiceError(
      "InvalidWebhookAuthenticationParametersException",
      `For the authentication type ${authentication} ${expected}`,
    );
  };
  if (authentication === "GITHUB_HMAC") {
    demand(SecretToken !== undefined && AllowedIPRange === undefined, "only SecretToken must be set");
  } else if (authentication === "IP") {
    demand(AllowedIPRange !== undefined && SecretToken === undefined, "only AllowedIPRange must be set");
    demand(addressRange(AllowedIPRange ?? "") !== undefined, "AllowedIPRange must be a valid CIDR range");
  } else {
    demand(SecretToken === undefined && AllowedIPRange === undefined, "no properties can be set");
  }
}

function checkFilters({ filters }: WebhookDefinition, action: ActionDeclaration): void {
  for (const filter of filters) {
    const problem =
      readJsonPath(filter.jsonPath) === undefined
        ? `The JSON path '${filter.jsonPath}' cannot be read`
        : missingKeys(filter, action).map(
            (key) => `Action '${action.name}' has no configuration '${key}'`,
          )[0];
    if (problem !== undefined) throw new ServiceError("InvalidWebhookFilterPatternException", problem);
  }
}

/**
 * Makes a webhook, or changes the one of that name, which keeps its address. Throws PipelineNotFoundException,
 * InvalidWebhookFilterPatternException, InvalidWebhookAuthenticationParametersException, ValidationException for an action that
 * is not in the first stage, LimitExceededException beyond 300, and what `tagsFor` throws.
 */
export function putWebhook(
  sim: Simulation,
  place: Place,
  definition: WebhookDefinition,
  tagsFor: (arn: string, before: ReadonlyMap<string, string>) => Map<string, string>,
): Webhook {
  const { account, region } = place;
  const { webhooks } = sim.region(account, region);
  const action = sourceAction(sim, place, definition);
  checkAuthentication(definition);
  checkFilters(definition, action);
  const before = webhooks.find(definition.name);
  const arn = `arn:aws:codepipeline:${region}:${account}:webhook:${definition.name}`;
  const tags = tagsFor(arn, before?.tags ?? new Map());
  if (before) {
    before.definition = definition;
    before.tags = tags;
    return before;
  }
  if (webhooks.count >= mostWebhooks) {
    throw new ServiceError(
      "LimitExceededException",
      `Account '${account}' has ${webhooks.count} webhooks in Region ${region}, the most it may have`,
    );
  }
  const token = sim.chanceOf(place, `webhook ${definition.name}`).text(43, tokenAlphabet);
  const webhook: Webhook = { account, region, arn, token, definition, tags, isRegistered: false };
  webhooks.add(webhook);
  return webhook;
}
