import type { ActionTypeId } from "../declaration";
import { ServiceError } from "../service-error";

/** The refusal for an action type that is not there. */
export function noSuchType({ category, owner, provider, version }: ActionTypeId): ServiceError {
  return new ServiceError(
    "ActionTypeNotFoundException",
    `The action type (Category: '${category}', Owner: '${owner}', Provider: '${provider}', Version: '${version}') was not found`,
  );
}
