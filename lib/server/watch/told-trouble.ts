import "server-only";
import { z } from "zod";
import type { AwsFailure } from "../codepipeline/aws-failure";
import { type PipelineRecord, toldDenial } from "./pipeline-record";
import type { Trouble } from "./trouble";

/** Troubles told with one sign of life, each in some 70 bytes. */
const MOST_TOLD = 2000;
/** Stands for the name of the pipeline in a message of AWS, so that many who lack one permission tell one failure. */
const NAME = "\ufffc";

const ToldTroubles = z.object({
  failures: z.array(
    z.object({
      kind: z.enum(["not-found", "denied", "throttled", "unreachable", "malformed", "refused", "fault"]),
      code: z.string(),
      message: z.string(),
      ambiguous: z.boolean(),
      permission: z.string().optional(),
      principal: z.string().optional(),
    }),
  ),
  /** Name, place of its failure, `sinceMs`, `tries`, `nextTryAtMs`. */
  troubles: z.array(z.tuple([z.string(), z.number(), z.number(), z.number(), z.number()])),
});
type ToldTroubles = z.infer<typeof ToldTroubles>;

/** The troubles of single pipelines for the processes that follow; read by `heardTroubles`. */
export function toldTroubles(records: Iterable<Pick<PipelineRecord, "name" | "trouble">>): object {
  const told: ToldTroubles = { failures: [], troubles: [] };
  const places = new Map<string, number>();
  for (const { name, trouble } of records) {
    if (trouble === null) continue;
    if (told.troubles.length >= MOST_TOLD) break;
    const failure = toTold(name, trouble.failure);
    const key = JSON.stringify(failure);
    const place = places.get(key) ?? told.failures.push(failure) - 1;
    places.set(key, place);
    told.troubles.push([name, place, trouble.sinceMs, trouble.tries, trouble.nextTryAtMs]);
  }
  return told;
}

/** Troubles as they were told, by name; none when another version of Pipedeck told them in another form. */
export function heardTroubles(told: object | undefined): ReadonlyMap<string, Trouble> {
  const { failures, troubles } = ToldTroubles.safeParse(told).data ?? { failures: [], troubles: [] };
  const heard = new Map<string, Trouble>();
  for (const [name, place, sinceMs, tries, nextTryAtMs] of troubles) {
    const failure = failures[place];
    if (!failure) continue;
    const message = failure.message.replaceAll(NAME, () => name);
    // Who follows tries nothing by itself; who watches next tries at once.
    const nextTryMono = Number.NEGATIVE_INFINITY;
    heard.set(name, { failure: { ...failure, message }, sinceMs, tries, nextTryAtMs, nextTryMono });
  }
  return heard;
}

/** Takes over troubles as they were told. Where a row tells of its own, that comes with the row, so that viewers hear of it. */
export function hearTroubles(records: Iterable<PipelineRecord>, told: object | undefined): void {
  const troubles = heardTroubles(told);
  for (const record of records) {
    const trouble = troubles.get(record.name) ?? null;
    if (record.state !== null && toldDenial(record.trouble) === toldDenial(trouble)) record.trouble = trouble;
  }
}

function toTold(name: string, failure: AwsFailure): ToldTroubles["failures"][number] {
  const { kind, code, ambiguous, permission, principal } = failure;
  const message = failure.message.replaceAll(NAME, " ");
  return {
    kind,
    code,
    message: name === "" ? message : message.replaceAll(name, NAME),
    ambiguous,
    permission,
    principal,
  };
}
