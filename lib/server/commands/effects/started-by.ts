import "server-only";
import { principalName } from "@/lib/domain/principal-name";
import type { Receipt } from "@/lib/domain/receipt";
import { objects, text } from "../../codepipeline/lenient";
import type { AwsExecutionSummary } from "../../codepipeline/list-pipeline-executions";
import type { Effect } from "./effect";
import type { EffectReader } from "./effect-reader";
import { isInItsTime, whose } from "./whose";

/**
 * The execution that a press started: the one AWS answered with; where that answer was lost, the oldest candidate whose
 * trigger names who pressed, or one that names nobody and began while the answer was awaited. Throws AwsReadError.
 *
 * @param did what it did, `Execution 1a2b3c4d did by …`
 */
export async function startedBy(
  receipt: Receipt,
  aws: EffectReader,
  { isCandidate, did }: { isCandidate: (one: AwsExecutionSummary) => boolean; did: string },
): Promise<Effect> {
  const listed = objects(await aws.executions());
  const told = receipt.startedExecutionId;
  const seen = (one: AwsExecutionSummary): Effect => {
    const startedExecutionId = text(one.pipelineExecutionId);
    return { kind: "seen", finding: `${words(one, did)}.`, startedExecutionId };
  };
  if (told !== undefined) {
    const started = listed.find((one) => one.pipelineExecutionId === told);
    return started ? seen(started) : { kind: "not-seen" };
  }
  const candidates = listed.filter(isCandidate);
  const of = (one: AwsExecutionSummary) => whose(text(one.trigger?.triggerDetail), receipt, aws.target);
  const ours = candidates.findLast((one) => of(one) === "presser");
  if (ours) return seen(ours);
  const untold = candidates.filter((one) => of(one) === "untold");
  const inTime = untold.findLast((one) => isInItsTime(Number(one.startTime), receipt, aws.target));
  if (inTime) return seen(inTime);
  const [newest] = untold;
  if (!newest) return { kind: "not-seen" };
  const why = `${words(newest, did)}, and AWS does not tell by whom.`;
  return { kind: "cannot-tell", why };
}

function words({ pipelineExecutionId, trigger }: AwsExecutionSummary, did: string): string {
  const by = text(trigger?.triggerDetail);
  const who = by === undefined ? "" : ` by ${principalName(by)}`;
  return `Execution ${text(pipelineExecutionId)?.slice(0, 8) ?? ""} ${did}${who}`;
}
