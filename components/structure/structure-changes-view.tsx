import type { PipelineStructureReply } from "@/lib/contract/structure";
import { countOf } from "@/lib/domain/count-words";
import { ChangeLine } from "./change-line";
import { groupOf, placeWords } from "./change-words";
import type { StructureParams } from "./structure-url";
import { withKeys } from "./with-keys";

export interface StructureChangesViewProps {
  reply: PipelineStructureReply;
  onChoose: (patch: Partial<StructureParams>) => void;
}

/** What changed from one version to another, by meaning, under the stage or the thing it happened to. */
export function StructureChangesView({ reply, onChoose }: StructureChangesViewProps) {
  const { comparison, structure, currentVersion } = reply;
  const version = structure.version ?? currentVersion;
  if (comparison === undefined) {
    return (
      <Note>
        {currentVersion === 1
          ? "This is the first version, so there is none to compare it with."
          : "Choose a version to compare with."}
      </Note>
    );
  }
  if (comparison.with === version) return <Note>Version {version} is compared with itself.</Note>;
  const groups = [...new Set(comparison.changes.map(groupOf))].map((group) => ({
    group,
    changes: withKeys(
      comparison.changes.filter((change) => groupOf(change) === group),
      ({ change, path }) => `${change} ${placeWords(path)}`,
    ),
  }));
  return (
    <section
      aria-label={`Changes from version ${comparison.with} to ${version}`}
      className="rounded-card border bg-surface max-sm:rounded-none max-sm:border-x-0"
    >
      <h2 className="flex min-h-9 flex-wrap items-center gap-x-3 px-4 py-1.5 text-section text-ink">
        <span aria-live="polite">
          {comparison.changes.length === 0 ? "No change" : countOf(comparison.changes.length, "change")} from
          version {comparison.with} to {version}
        </span>
        {comparison.with > version && (
          <button
            type="button"
            onClick={() => onChoose({ version: comparison.with, compareWith: version })}
            className="thumb text-body font-medium text-accent hover:underline"
          >
            Older to newer
          </button>
        )}
      </h2>
      {comparison.changes.length === 0 && (
        <p className="border-t px-4 py-3 text-ink-2">
          Both versions mean the same. AWS counts a version for every update, also one that changes nothing.
        </p>
      )}
      {groups.map(({ group, changes }) => (
        <div key={group} className="border-t px-4 py-2.5">
          <h3 className="mb-1 break-words text-body font-semibold text-ink-2">{group}</h3>
          <ul className="flex flex-col gap-1">
            {changes.map(({ key, item: change }) => (
              <li key={key}>
                <ChangeLine change={change} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Note({ children }: { children: React.ReactNode }) {
  return <p className="rounded-card border bg-surface px-4 py-3 text-ink-2">{children}</p>;
}
