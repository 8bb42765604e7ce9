import { usePerson } from "@/components/layout/session-provider";
import { mayPress } from "@/lib/domain/permission";
import type { Verb } from "@/lib/domain/receipt";

/** Why the person may not press a verb; undefined when they may. */
export function useWhyNot(): (verb: Verb) => string | undefined {
  const { role } = usePerson();
  return (verb) => {
    const permission = mayPress(role, verb);
    return permission.allowed ? undefined : permission.why;
  };
}
