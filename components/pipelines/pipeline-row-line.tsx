import Link from "next/link";
import { pipelinePath } from "@/lib/domain/pipeline-path";
import { MiniRail, type MiniRailProps } from "./mini-rail";

/** The small rail of a row, above the row's own link so that its stations tell their names to the pointer. */
export function PipelineRowLine({ row, ...rail }: MiniRailProps) {
  if (row.status === null) {
    return (
      <span aria-hidden className="flex h-5 items-center">
        <span className="size-3.5 rounded-full bg-line" />
        <span className="h-0.5 flex-1 bg-line" />
        <span className="size-3.5 rounded-full bg-line" />
        <span className="ml-1 h-4 w-[53px] rounded-ticket bg-line" />
      </span>
    );
  }
  return (
    <Link
      href={pipelinePath(row.target, row.name)}
      prefetch={false}
      tabIndex={-1}
      className="relative block min-w-0 text-inherit outline-none"
    >
      <MiniRail row={row} {...rail} />
    </Link>
  );
}
