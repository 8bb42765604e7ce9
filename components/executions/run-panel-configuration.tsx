import { ActionPanelSection } from "@/components/pipelines/action-panel-section";
import { Glyph } from "@/components/ui/glyph";
import { KeyValue } from "@/components/ui/key-value";
import type { ConfigurationEntry } from "@/lib/domain/pipeline-state";

export interface RunPanelConfigurationProps {
  title: string;
  /** With variables filled in. */
  resolved: readonly ConfigurationEntry[];
  /** As declared. */
  written: readonly ConfigurationEntry[];
}

/** Names and values a run had; where a variable was filled in, what is written in the declaration stands below. */
export function RunPanelConfiguration({ title, resolved, written }: RunPanelConfigurationProps) {
  const declared = new Map(written.map((entry) => [entry.key, entry]));
  const known = new Set(resolved.map((entry) => entry.key));
  const entries = [...resolved, ...written.filter((entry) => !known.has(entry.key))];
  if (entries.length === 0) return null;
  return (
    <ActionPanelSection title={title}>
      <KeyValue
        items={entries.map((entry) => {
          const source = declared.get(entry.key)?.value;
          const differs =
            known.has(entry.key) && source !== undefined && source !== null && source !== entry.value;
          return {
            key: entry.key,
            value: (
              <>
                <Value entry={entry} />
                {differs && (
                  <span className="block text-label text-ink-3">
                    written as <span className="font-mono break-words">{source}</span>
                  </span>
                )}
                {!known.has(entry.key) && resolved.length > 0 && (
                  <span className="block text-label text-ink-3">as written, not resolved</span>
                )}
              </>
            ),
          };
        })}
      />
    </ActionPanelSection>
  );
}

function Value({ entry }: { entry: ConfigurationEntry }) {
  if (entry.hidden || entry.value === null) {
    return (
      <span className="inline-flex items-center gap-1.5 text-ink-3">
        <Glyph name="lock" size={12} /> hidden by policy
      </span>
    );
  }
  return <span className="font-mono text-secondary whitespace-pre-wrap">{entry.value}</span>;
}
