import type { Verb } from "@/lib/domain/receipt";
import { type AccessPlace, useAnswers } from "@/lib/queries/access-queries";

/** Why the person may not press a verb at a place, or at a stage there; undefined when they may. */
export function useWhyNot(place: AccessPlace): (verb: Verb, stage?: string) => string | undefined {
  const answers = useAnswers(place);
  return (verb, stage = place.stage) => {
    const permission = answers(verb, stage);
    return permission.allowed ? undefined : permission.why;
  };
}
