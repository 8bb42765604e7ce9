import type { PipelineStructure } from "@/lib/domain/structure";
import { StructureFacts } from "./structure-facts";
import { StructureStage } from "./structure-stage";
import { StructureTriggers } from "./structure-triggers";
import { StructureVariables } from "./structure-variables";
import { withKeys } from "./with-keys";

/** A declaration as people read it: its stages in order, and beside them what holds for all of it. */
export function StructureDeclaration({ structure }: { structure: PipelineStructure }) {
  return (
    <div className="grid items-start gap-2.5 xl:grid-cols-[minmax(0,1fr)_328px]">
      <ol aria-label="Stages" className="flex min-w-0 flex-col gap-2.5">
        {withKeys(structure.stages, ({ name }) => name).map(({ key, item: stage }, index) => (
          <li key={key} className="min-w-0">
            <StructureStage stage={stage} place={index + 1} triggers={structure.triggers} />
          </li>
        ))}
        {structure.stages.length === 0 && (
          <li className="rounded-card border bg-surface px-4 py-3 text-ink-2">AWS names no stages.</li>
        )}
      </ol>
      <aside
        aria-label="About the whole pipeline"
        className="min-w-0 rounded-card border bg-surface *:first:border-t-0 max-sm:rounded-none max-sm:border-x-0"
      >
        <StructureFacts structure={structure} />
        <StructureTriggers triggers={structure.triggers} />
        <StructureVariables variables={structure.variables} uses={structure.variableUses ?? []} />
      </aside>
    </div>
  );
}
