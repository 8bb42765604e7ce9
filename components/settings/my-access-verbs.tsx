import { VERB_WORDS } from "@/components/receipts/verb-words";
import { Glyph } from "@/components/ui/glyph";
import type { AccessAnswer } from "@/lib/contract/access";
import { rulePlace } from "@/lib/domain/permission";
import { VERBS } from "@/lib/domain/permission-verb";
import type { Verb } from "@/lib/domain/receipt";

/** Each press there is: whether the person may make it, and which rule says so. */
export function MyAccessVerbs({ verbs }: { verbs: Readonly<Partial<Record<Verb, AccessAnswer>>> }) {
  return (
    <ul>
      {VERBS.map((verb) => {
        const answer = verbs[verb];
        if (answer === undefined) return null;
        return (
          <li
            key={verb}
            className="flex min-h-8 items-baseline gap-2 border-b px-3 py-1.5 last:border-b-0 max-sm:flex-wrap max-sm:px-4"
          >
            <Glyph
              name={answer.allowed ? "check" : "lock"}
              size={12}
              className={answer.allowed ? "self-center text-good" : "self-center text-ink-3"}
            />
            <span className="w-28 shrink-0 font-medium text-ink">{VERB_WORDS[verb].press}</span>
            <span className="min-w-0 flex-1 break-words text-ink-2 max-sm:basis-full max-sm:pl-5">
              {answer.allowed ? `You may: ${answer.rule.words} (${rulePlace(answer.rule)}).` : answer.why}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
