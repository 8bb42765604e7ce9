import type { PressConditions } from "@/lib/contract/access";
import { conditionSentences } from "@/lib/domain/condition-sentence";

/** What more the answer takes at this pipeline, by its rules. */
export function ApprovalConditions({ conditions }: { conditions: PressConditions }) {
  const sentences = conditionSentences(conditions);
  if (sentences.length === 0) return null;
  return (
    <ul aria-label="Rules of this pipeline" className="text-secondary text-ink-2">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
