import { DESTINATIONS } from "@/components/layout/destinations";
import { executionAddress } from "@/lib/domain/execution-address";
import type { PipelineRow } from "@/lib/domain/pipeline";
import { pipelinePath } from "@/lib/domain/pipeline-path";
import { compareRows } from "@/lib/domain/row-order";
import { rowKey } from "@/lib/domain/row-places";
import { textRank } from "@/lib/domain/text-rank";
import type { PaletteEntry } from "./palette-entry";

const MOST_PIPELINES = 8;
/** Without a word, the worst of all pipelines. */
const WORST_PIPELINES = 5;
const MOST_EXECUTIONS = 6;
/** As short as an id is shown. */
const ID_LENGTH = 7;

/** Pipelines that answer what was typed, best first; the worst ones while nothing is. `isOld` tells what is shown drained. */
export function pipelineEntries(
  typed: string,
  rows: readonly PipelineRow[],
  isOld: (row: PipelineRow) => boolean,
): PaletteEntry[] {
  return found(typed, rows).map((row) => ({
    id: `pipeline ${rowKey(row)}`,
    section: "Pipelines",
    label: row.name,
    about: row.target,
    standing: row.status,
    drained: isOld(row),
    to: pipelinePath(row.target, row.name),
  }));
}

function found(typed: string, rows: readonly PipelineRow[]): PipelineRow[] {
  if (typed === "") return [...rows].sort(compareRows).slice(0, WORST_PIPELINES);
  const ranked: Array<{ row: PipelineRow; rank: number }> = [];
  for (const row of rows) {
    const rank =
      textRank(typed, row.name) ?? textRank(typed, `${row.name} ${row.target}`, { letters: false });
    if (rank !== null) ranked.push({ row, rank });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank || a.row.name.length - b.row.name.length || compareRows(a.row, b.row))
    .slice(0, MOST_PIPELINES)
    .map(({ row }) => row);
}

/** An execution, and the pipeline it is of. */
export interface FoundExecution {
  target: string;
  pipeline: string;
  id: string;
  about?: string;
}

/** Executions whose id begins with what was typed: those on a line now, and those that were found elsewhere. */
export function executionEntries(
  typed: string,
  rows: readonly PipelineRow[],
  elsewhere: readonly FoundExecution[],
): PaletteEntry[] {
  if (!isIdStart(typed)) return [];
  const start = typed.toLowerCase();
  const onTheLine = rows.flatMap(({ target, name, stations }) =>
    stations
      .flatMap(({ train, waiting }) => (train === undefined ? waiting : [train, ...waiting]))
      .filter(({ executionId }) => executionId.startsWith(start))
      .map(({ executionId }): FoundExecution => ({ target, pipeline: name, id: executionId })),
  );
  const byId = new Map(
    [...onTheLine, ...elsewhere].map((one) => [`${one.target}/${one.pipeline}/${one.id}`, one]),
  );
  return [...byId].slice(0, MOST_EXECUTIONS).map(([key, { target, pipeline, id, about }]) => ({
    id: `execution ${key}`,
    section: "Executions",
    label: id,
    about: [pipeline, target, about].filter((part) => part !== undefined).join(", "),
    to: executionAddress(target, pipeline, id),
  }));
}

/** Whether it may be the beginning of an execution's id. */
export function isIdStart(typed: string): boolean {
  return typed.length >= ID_LENGTH && /^[0-9a-f]{1,8}(-[0-9a-f-]*)?$/i.test(typed);
}

/** Ways to look further for what was typed. */
export function findEntries(typed: string): PaletteEntry[] {
  if (typed === "") return [];
  const q = encodeURIComponent(typed);
  return [
    {
      id: "where",
      section: "Find",
      label: `Where is “${typed}”?`,
      about: "a commit, message or ticket, and how far it came",
      to: `/revisions?q=${q}`,
    },
    {
      id: "filter",
      section: "Find",
      label: `Filter the overview by “${typed}”`,
      to: `/?q=${q}`,
    },
  ];
}

/** Pages that answer what was typed. */
export function pageEntries(typed: string): PaletteEntry[] {
  return DESTINATIONS.filter(({ label }) => textRank(typed, label, { letters: false }) !== null).map(
    ({ href, label }) => ({
      id: `page ${href}`,
      section: "Pages",
      label,
      to: href,
    }),
  );
}
