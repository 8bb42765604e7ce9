import { Glyph } from "@/components/ui/glyph";
import type { PressConditions } from "@/lib/contract/access";
import { conditionSentences } from "@/lib/domain/condition-sentence";

/** What more a press takes, each with the rule that says so; nothing where nothing more is needed. */
export function PressConditionsList({ conditions }: { conditions: PressConditions }) {
  const sentences = conditionSentences(conditions);
  if (sentences.length === 0) return null;
  return (
    <ul className="border-t">
      {sentences.map((sentence) => (
        <li key={sentence} className="flex items-baseline gap-2 px-3 py-1.5 text-ink-2 max-sm:px-4">
          <Glyph name="lock" size={12} className="self-center text-ink-3" />
          <span className="min-w-0 flex-1 break-words">{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
