import "server-only";
import type { CodePipelineClient } from "@aws-sdk/client-codepipeline";
import type { TargetConfig } from "../config/config";
import { operatorClient } from "./operator-clients";
import { pressesOff } from "./presses-off";
import { NotSignedError } from "./session-policy";
import { currentSigner } from "./signer";

/**
 * The client for one kind of write by whoever presses (`withSigner`). There is no other way to write: without a person,
 * or without an operator role of the target, nothing is signed.
 *
 * @throws AssumeRoleError, NotSignedError
 */
export async function signersClient(target: TargetConfig, operation: string): Promise<CodePipelineClient> {
  const off = pressesOff(target);
  if (off !== undefined || target.operatorRoleArn === undefined) throw new NotSignedError(off);
  const signer = currentSigner();
  if (signer === undefined) throw new NotSignedError(`${operation} is nobody's press`);
  return operatorClient(target, target.operatorRoleArn, operation, signer);
}
