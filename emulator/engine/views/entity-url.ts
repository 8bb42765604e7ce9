import { modelOf } from "../../providers/provider-registry";
import type { ActionDeclaration } from "../declaration";
import type { Pipeline } from "../record";

/** Declarations never change, and every state of a pipeline tells all its URLs. */
const known = new WeakMap<ActionDeclaration, { pipeline: Pipeline; url: string | undefined }>();

/** The console page of what an action works on; undefined for kinds of actions that have none. */
export function entityUrl(pipeline: Pipeline, action: ActionDeclaration): string | undefined {
  const found = known.get(action);
  if (found?.pipeline === pipeline) return found.url;
  const { account, region } = pipeline;
  const url = modelOf(action.actionTypeId).entityUrl?.({ account, region: action.region ?? region, action });
  known.set(action, { pipeline, url });
  return url;
}
