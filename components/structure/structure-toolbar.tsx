import { Segmented } from "@/components/ui/segmented";
import type { PipelineStructureReply } from "@/lib/contract/structure";
import { countOf } from "@/lib/domain/count-words";
import { countWithheld } from "@/lib/domain/declaration-document";
import type { StructureParams, StructureView } from "./structure-url";
import { VersionSelect } from "./version-select";

const VIEWS: ReadonlyArray<{ value: StructureView; label: string }> = [
  { value: "declaration", label: "Declaration" },
  { value: "changes", label: "Changes" },
  { value: "json", label: "JSON" },
  { value: "yaml", label: "YAML" },
];

export interface StructureToolbarProps {
  reply: PipelineStructureReply;
  url: StructureParams;
  onChoose: (patch: Partial<StructureParams>) => void;
}

/** Which version is shown, how, and compared with which. */
export function StructureToolbar({ reply, url, onChoose }: StructureToolbarProps) {
  const { structure, currentVersion } = reply;
  const version = structure.version ?? currentVersion;
  const withheld = countWithheld(structure);
  const view = (value: StructureView) =>
    onChoose({
      view: value,
      ...(value === "changes"
        ? { compareWith: url.compareWith ?? (version > 1 ? version - 1 : undefined) }
        : { compareWith: undefined }),
    });
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-page py-2.5 max-sm:px-4">
      <Segmented label="How to show it" options={VIEWS} value={url.view} onChange={view} size="filter" />
      <VersionSelect
        label="Version"
        value={version}
        newest={currentVersion}
        onChange={(next) => onChoose({ version: next })}
      />
      {url.view === "changes" && (
        <VersionSelect
          label="compared with"
          value={url.compareWith}
          newest={currentVersion}
          onChange={(next) => onChoose({ compareWith: next })}
        />
      )}
      {url.view !== "changes" && withheld > 0 && (
        <p className="text-secondary text-ink-3">
          {countOf(withheld, "value")} withheld: they may hold secrets.
        </p>
      )}
    </div>
  );
}
