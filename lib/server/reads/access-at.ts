import "server-only";
import type { AccessAnswer, PipelineAccess } from "@/lib/contract/access";
import type { Place } from "@/lib/domain/permission";
import type { Person } from "@/lib/domain/person";
import type { Verb } from "@/lib/domain/receipt";
import { conditionsAt, groupsAllowed, mayDo } from "../auth/policy";
import { viewerOf } from "../auth/viewer";
import type { TargetConfig } from "../config/config";
import { findPipeline } from "../watch/find-pipeline";
import { toApiError } from "./aws-api-error";
import { stagesOf } from "./stages-of";

/**
 * What a person may press at a pipeline, and at each of its stages as they are known.
 *
 * @throws ApiError `target.not-found`, `pipeline.not-found`, or an `aws.*` code when it is not known whether it exists
 */
export async function accessAt(person: Person, place: Place): Promise<PipelineAccess> {
  const { target, pipeline } = place;
  const viewer = viewerOf(person);
  const watch = findPipeline(viewer, target, pipeline);
  const record = watch.records.get(pipeline);
  const line = record
    ? (record.state?.stages ?? [])
    : await stagesOf(viewer, watch, pipeline).then(({ stages }) => stages, failed(watch.target));
  const known = line.map(({ name }) => name);
  const names = new Set([...known, ...(place.stage === undefined ? [] : [place.stage])]);
  const verbs = answers(person, { target, pipeline });
  const stages = [...names].flatMap((stage) => {
    const others = Object.entries(answers(person, { target, pipeline, stage })).filter(
      ([verb, answer]) => !isSame(answer, verbs[verb as Verb]),
    );
    return others.length === 0 ? [] : [[stage, Object.fromEntries(others)] as const];
  });
  const approvers = [...names].map((stage) => {
    return [stage, groupsAllowed("approve", { target, pipeline, stage })] as const;
  });
  return {
    verbs,
    stages: Object.fromEntries(stages),
    approvers: Object.fromEntries(approvers),
    conditions: conditionsAt(place),
  };
}

function failed(target: TargetConfig): (error: unknown) => never {
  return (error) => {
    throw toApiError(error, target);
  };
}

function answers(person: Person, place: Place): Record<Verb, AccessAnswer> {
  const may = (verb: Verb) => mayDo(person, verb, place);
  return {
    approve: may("approve"),
    reject: may("reject"),
    stop: may("stop"),
    abandon: may("abandon"),
    retry: may("retry"),
    rollback: may("rollback"),
    override: may("override"),
    "open-transition": may("open-transition"),
    "close-transition": may("close-transition"),
    release: may("release"),
  };
}

function isSame(one: AccessAnswer, other: AccessAnswer): boolean {
  return one.allowed === other.allowed && one.rule.path === other.rule.path;
}
