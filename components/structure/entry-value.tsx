import type { ConfigurationEntry } from "@/lib/domain/pipeline-state";
import { Withheld } from "./withheld";

/** The value of a configuration key, or that it is withheld. */
export function EntryValue({ entry }: { entry: ConfigurationEntry }) {
  if (entry.hidden || entry.value === null) return <Withheld />;
  return <span className="font-mono text-secondary break-words whitespace-pre-wrap">{entry.value}</span>;
}
