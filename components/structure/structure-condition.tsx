import { KeyValue } from "@/components/ui/key-value";
import { formatSpan } from "@/lib/domain/duration";
import type { DeclaredCondition } from "@/lib/domain/structure";
import { EntryValue } from "./entry-value";
import { withKeys } from "./with-keys";

const RESULTS: Record<string, string> = {
  FAIL: "the stage fails",
  SKIP: "the stage is skipped",
  ROLLBACK: "the stage is rolled back",
  RETRY: "the stage is retried",
};

/** A condition with its rules as declared. */
export function StructureCondition({ when, condition }: { when: string; condition: DeclaredCondition }) {
  const { result, rules } = condition;
  return (
    <section
      aria-label={`${when} condition`}
      className="rounded-control border border-dashed border-line-3 px-2.5 py-2"
    >
      <h3 className="flex flex-wrap items-baseline gap-x-2 text-secondary">
        <span className="font-semibold text-ink-2">{when}</span>
        {result !== undefined && (
          <span className="text-ink-3">
            {when === "On failure" ? "" : "not met: "}
            {RESULTS[result] ?? result}
          </span>
        )}
      </h3>
      <ul className="mt-1 flex flex-col gap-2">
        {withKeys(rules, ({ name }) => name).map(({ key, item: rule }) => (
          <li key={key} className="grid gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,240px)_minmax(0,1fr)]">
            <p className="min-w-0 break-words">
              <span className="font-medium text-ink">{rule.name}</span>{" "}
              <span className="text-ink-3">{rule.provider}</span>
            </p>
            <KeyValue
              items={[
                ...rule.configuration.map((entry) => ({
                  key: entry.key,
                  value: <EntryValue entry={entry} />,
                })),
                ...(rule.inputArtifacts ? [{ key: "Inputs", value: rule.inputArtifacts.join(", ") }] : []),
                ...(rule.commands ? [{ key: "Commands", value: `${rule.commands}, withheld` }] : []),
                ...(rule.region ? [{ key: "Region", value: rule.region }] : []),
                ...(rule.roleArn ? [{ key: "Role", value: rule.roleArn }] : []),
                ...(rule.timeoutMs ? [{ key: "Timeout", value: formatSpan(rule.timeoutMs) }] : []),
              ]}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
