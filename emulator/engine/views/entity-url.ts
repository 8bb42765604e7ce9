import { modelOf } from "../../providers/provider-registry";
import type { ActionDeclaration } from "../declaration";
import type { Pipeline } from "../record";
import { fillTemplate } from "./url-template";

/** Declarations never change, and every state of a pipeline tells all its URLs. */
const known = new WeakMap<ActionDeclaration, { pipeline: Pipeline; url: string | undefined }>();

/** Types of others than AWS can change, so their URLs are made each time. */
function urlOfType(
  { types }: Pipeline,
  { actionTypeId, configuration = {} }: ActionDeclaration,
): string | undefined {
  const template = types.entry(actionTypeId)?.entityUrlTemplate;
  return template && fillTemplate(template, configuration);
}

/** The console page of what an action works on; undefined for kinds of actions that have none. */
export function entityUrl(pipeline: Pipeline, action: ActionDeclaration): string | undefined {
  const own = action.actionTypeId.owner === "AWS" ? undefined : urlOfType(pipeline, action);
  if (own !== undefined) return own;
  const found = known.get(action);
  if (found?.pipeline === pipeline) return found.url;
  const { account, region } = pipeline;
  const url = modelOf(action.actionTypeId).entityUrl?.({ account, region: action.region ?? region, action });
  known.set(action, { pipeline, url });
  return url;
}
