import { Glyph } from "@/components/ui/glyph";
import type { AccessReply } from "@/lib/contract/access";
import { rulePlace } from "@/lib/domain/permission";

/** The rules that speak of the person: what each allows or denies, and where it stands. */
export function MyRules({ rules }: { rules: AccessReply["rules"] }) {
  return (
    <ul>
      {rules.map(({ effect, rule }) => (
        <li
          key={`${rule.path}${rule.words}`}
          className="flex min-h-8 items-baseline gap-2 border-b px-3 py-1.5 last:border-b-0 max-sm:px-4"
        >
          <Glyph
            name={effect === "allow" ? "check" : "lock"}
            size={12}
            className={effect === "allow" ? "self-center text-good" : "self-center text-ink-3"}
          />
          <span className="min-w-0 flex-1 break-words text-ink first-letter:uppercase">{rule.words}</span>
          <span className="shrink-0 text-secondary text-ink-3">{rulePlace(rule)}</span>
        </li>
      ))}
    </ul>
  );
}
