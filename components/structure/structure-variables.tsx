import { ActionPanelSection } from "@/components/pipelines/action-panel-section";
import type { DeclaredVariable } from "@/lib/domain/structure";
import type { VariableUse } from "@/lib/domain/variable-use";
import { withKeys } from "./with-keys";
import { Withheld } from "./withheld";

export interface StructureVariablesProps {
  variables: readonly DeclaredVariable[];
  /** Where variables of whatever kind are taken in. */
  uses: readonly VariableUse[];
}

/** Variables that can be given to an execution, with what they are when they are not. */
export function StructureVariables({ variables, uses }: StructureVariablesProps) {
  if (variables.length === 0) return null;
  return (
    <ActionPanelSection title="Variables">
      <ul className="flex flex-col gap-1.5">
        {withKeys(variables, ({ name }) => name).map(({ key, item: variable }) => (
          <li key={key} className="min-w-0">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="min-w-0 break-all font-medium text-ink">{variable.name}</span>
              <Default variable={variable} />
            </p>
            {variable.description !== undefined && (
              <p className="break-words text-secondary text-ink-3">{variable.description}</p>
            )}
            <p className="break-words text-label text-ink-3">
              {usesWords(uses.filter((use) => use.variable === `variables.${variable.name}`))}
            </p>
          </li>
        ))}
      </ul>
    </ActionPanelSection>
  );
}

function usesWords(uses: readonly VariableUse[]): string {
  if (uses.length === 0) return "not used by any action";
  return `used in ${uses.map(({ stage, action, key }) => `${stage}.${action} (${key})`).join(", ")}`;
}

function Default({ variable: { hasDefault, defaultValue } }: { variable: DeclaredVariable }) {
  if (!hasDefault) return <span className="text-secondary text-ink-3">must be given</span>;
  if (defaultValue === undefined) return <Withheld />;
  if (defaultValue === "") return <span className="text-secondary text-ink-3">empty by default</span>;
  return <span className="min-w-0 font-mono text-secondary break-all text-ink-2">{defaultValue}</span>;
}
