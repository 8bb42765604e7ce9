import type { PipelineChange } from "../../lib/domain/live-change";
import type { PipelineRow } from "../../lib/domain/pipeline";
import { applyRowDelta } from "../../lib/domain/row-delta";
import { minimalDelta } from "./minimal-delta";
import type { RawReply } from "./raw-get";

/** What a viewer was sent for changes, and the least that would have said the same. */
export type HeardChanges = { changes: number; sentBytes: number; minimalBytes: number; otherBytes: number };

/**
 * Applies a stream to the rows it began with. Everything on the socket but headers, greeting and heartbeats counts as
 * sent for changes, framing included; of a change that no row shows the least is whose it is.
 */
export function heardChanges(stream: RawReply, rows: Map<string, PipelineRow>): HeardChanges {
  const blocks = stream.body.toString("utf8").split("\n\n").slice(0, -1);
  const events = blocks.filter((block) => block.startsWith("event: change\n"));
  let minimalBytes = 0;
  for (const block of events) {
    const change: PipelineChange = JSON.parse(block.slice(block.indexOf("\ndata: ") + 7));
    const { target, name } = change;
    const key = `${target} ${name}`;
    const before = rows.get(key);
    const after = change.row ?? (before && applyRowDelta(before, change.set ?? {}));
    const delta = change.gone
      ? { gone: true }
      : minimalDelta(before ?? {}, after, ["target", "name", "asOf"]);
    minimalBytes += Buffer.byteLength(JSON.stringify({ target, name, ...Object(delta) }));
    if (change.gone || after === undefined) rows.delete(key);
    else rows.set(key, after);
  }
  const bytesOf = (some: readonly string[]) =>
    some.reduce((sum, block) => sum + Buffer.byteLength(block) + 2, 0);
  const text = stream.body.byteLength;
  const head = stream.bytesOnSocket - text;
  const otherBytes = bytesOf(blocks) - bytesOf(events);
  const framing = head - headBytes(stream);
  return { changes: events.length, sentBytes: bytesOf(events) + framing, minimalBytes, otherBytes };
}

function headBytes({ headers }: RawReply): number {
  const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.byteLength(`HTTP/1.1 200 OK\r\n${lines.join("")}\r\n`);
}
