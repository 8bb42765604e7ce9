import type { Trigger } from "@/lib/domain/execution";

/** `push, r.kaya`: what started an execution and who was behind it, as far as AWS tells. */
export function triggerWords(trigger: Trigger | undefined): string {
  if (trigger === undefined) {
    return "";
  }
  return trigger.by === undefined || trigger.text.includes(trigger.by)
    ? trigger.text
    : `${trigger.text}, ${trigger.by}`;
}
