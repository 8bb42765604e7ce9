import Link from "next/link";
import { ActionPanelSection } from "@/components/pipelines/action-panel-section";
import { Glyph } from "@/components/ui/glyph";
import { KeyValue } from "@/components/ui/key-value";
import type { ExecutionDetail } from "@/lib/domain/execution-detail";
import type { VariableUse } from "@/lib/domain/variable-use";
import { putOutVariables } from "./put-out-variables";
import { executionSearch } from "./use-execution-params";

/** Uses named at once; of more the rest is a count. */
const MOST_USES = 4;

/** Variables an execution was given and its actions put out, and which actions take them in. */
export function ExecutionVariables({ execution }: { execution: ExecutionDetail }) {
  const { variables, stages, variableUses = [] } = execution;
  const entries = [
    ...variables.map((variable) => ({ ...variable, declared: `variables.${variable.name}` })),
    ...putOutVariables(stages).map((variable) => ({ ...variable, declared: variable.name })),
  ];
  if (entries.length === 0) return null;
  return (
    <ActionPanelSection title="Variables">
      <KeyValue
        items={entries.map(({ name, value, hidden, declared }) => ({
          key: name,
          value: (
            <>
              {hidden || value === null ? (
                <span className="inline-flex items-center gap-1.5 text-ink-3">
                  <Glyph name="lock" size={12} /> hidden by policy
                </span>
              ) : (
                <span className="font-mono text-secondary whitespace-pre-wrap">{value}</span>
              )}
              <Uses uses={variableUses.filter(({ variable }) => variable === declared)} />
            </>
          ),
        }))}
      />
    </ActionPanelSection>
  );
}

function Uses({ uses }: { uses: readonly VariableUse[] }) {
  if (uses.length === 0) return null;
  return (
    <span className="block text-label text-ink-3">
      used in{" "}
      {uses.slice(0, MOST_USES).map(({ stage, action, rule, key }, index) => {
        const address = `${stage}/${action}`;
        return (
          <span key={`${address} ${key}`}>
            {index > 0 && ", "}
            <Link
              href={executionSearch(rule ? { rule: address } : { action: address })}
              prefetch={false}
              className="text-accent underline"
              title={`${stage}, ${action}, ${key}`}
            >
              {action}
            </Link>{" "}
            {key}
          </span>
        );
      })}
      {uses.length > MOST_USES && ` and ${uses.length - MOST_USES} more`}
    </span>
  );
}
