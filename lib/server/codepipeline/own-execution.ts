import "server-only";
import { ownChange } from "@/lib/domain/own-change";
import type { Person } from "@/lib/domain/person";
import { awsName } from "../aws/aws-name";
import type { Urgency } from "../aws/urgency";
import type { TargetConfig } from "../config/config";
import { executionOrigin } from "./execution-origin";

/** Whether an execution is a person's own, and how (GetPipelineExecution, ListActionExecutions). Throws AwsReadError. */
export async function ownExecution(
  person: Person,
  of: { target: TargetConfig; pipeline: string; executionId: string },
  urgency: Urgency,
): Promise<"started" | "authored" | undefined> {
  const origin = await executionOrigin(of.target, of.pipeline, of.executionId, urgency);
  return ownChange(person, origin, awsName(person.id));
}
