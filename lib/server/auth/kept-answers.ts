import "server-only";
import type { Permission, Place } from "@/lib/domain/permission";
import type { PipelineVerb } from "@/lib/domain/permission-verb";
import type { Person } from "@/lib/domain/person";
import type { Config } from "../config/config";
import { getConfig } from "../config/get-config";
import { mayDo } from "./policy";

/** Sets of groups whose answers are kept, and answers kept of each. */
const MOST_GROUP_SETS = 1000;
const MOST_KEPT = 20_000;

/** A policy lasts as long as its configuration. */
const kept = new WeakMap<Config, Map<string, Map<string, Permission>>>();

/** `mayDo` for somebody who is asked about again and again: rules look at groups alone, so who has the same shares the answers. */
export function keptAnswers(person: Person): (verb: PipelineVerb, place: Place) => Permission {
  const config = getConfig();
  const byGroups = kept.get(config) ?? new Map<string, Map<string, Permission>>();
  kept.set(config, byGroups);
  const groups = JSON.stringify(person.groups);
  const answers = byGroups.get(groups) ?? new Map<string, Permission>();
  if (byGroups.size >= MOST_GROUP_SETS) byGroups.clear();
  byGroups.set(groups, answers);
  return (verb, { target, pipeline, stage = "" }) => {
    const key = `${verb}/${target}/${pipeline}/${stage}`;
    const known = answers.get(key);
    if (known) return known;
    const answer = mayDo(person, verb, { target, pipeline, ...(stage !== "" && { stage }) });
    if (answers.size >= MOST_KEPT) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}
