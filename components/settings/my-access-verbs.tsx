import clsx from "clsx";
import { VERB_WORDS } from "@/components/receipts/verb-words";
import { Glyph } from "@/components/ui/glyph";
import { Tag } from "@/components/ui/tag";
import type { AccessReply } from "@/lib/contract/access";
import { VERBS } from "@/lib/domain/permission";
import type { Verb } from "@/lib/domain/receipt";

/** Presses that some page has a button for. */
const WITH_BUTTON: readonly Verb[] = ["approve", "reject", "stop", "abandon"];

/** Each press there is: whether the person may make it, and why not. */
export function MyAccessVerbs({ verbs }: { verbs: AccessReply["verbs"] }) {
  return (
    <ul>
      {VERBS.map((verb) => {
        const answer = verbs[verb];
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
            <span className="w-24 shrink-0 font-medium text-ink">{VERB_WORDS[verb].press}</span>
            <span
              className={clsx(
                "min-w-0 flex-1 text-ink-2",
                !answer.allowed && "max-sm:order-1 max-sm:basis-full max-sm:pl-5",
              )}
            >
              {answer.allowed ? "You may." : answer.why}
            </span>
            {!WITH_BUTTON.includes(verb) && <Tag>no button yet</Tag>}
          </li>
        );
      })}
    </ul>
  );
}
