import "server-only";
import { notFound } from "next/navigation";
import type { FirstReply } from "@/lib/contract/first-reply";
import { ExecutionPath } from "@/lib/contract/path";
import { getExecution } from "../reads/get-execution";
import { readReceipts } from "../reads/read-receipts";
import { firstReply } from "./first-reply";

/** What the page of an execution begins with. */
export interface ExecutionData {
  execution: FirstReply | null;
  presses: FirstReply | null;
}

/** GET …/executions/{id}, and GET /api/receipts of it. A page of none is not found. */
export async function executionData(params: {
  target: string;
  pipeline: string;
  id: string;
}): Promise<ExecutionData> {
  const path = ExecutionPath.safeParse(params);
  if (!path.success) notFound();
  const { target, pipeline, id } = path.data;
  const [execution, presses] = await Promise.all([
    firstReply((viewer) => getExecution(viewer, path.data)),
    firstReply((viewer) => readReceipts(viewer, { target, pipeline, executionId: id })),
  ]);
  return { execution, presses };
}
