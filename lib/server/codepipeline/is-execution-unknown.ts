import "server-only";
import { AwsReadError } from "./read-aws";

/**
 * Whether a read failed because AWS does not know the execution it was of (PipelineExecutionNotFoundException), which says
 * nothing about its pipeline.
 */
export function isExecutionUnknown(error: unknown): boolean {
  return error instanceof AwsReadError && error.failure.code === "PipelineExecutionNotFoundException";
}
