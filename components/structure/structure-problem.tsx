import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusIcon } from "@/components/ui/status-icon";
import { structureAddress } from "@/lib/domain/structure-address";

export interface StructureProblemProps {
  target: string;
  pipeline: string;
  /** What the address asks for. */
  asked: string;
}

/** What stands in place of a version there is none of. */
export function StructureProblem({ target, pipeline, asked }: StructureProblemProps) {
  return (
    <EmptyState
      icon={<StatusIcon standing="NotYetRun" size={18} decorative />}
      title={`No such version of ${pipeline}`}
      code={asked}
      actions={
        <Link
          className="inline-flex h-7 items-center rounded-control border border-line-2 bg-surface px-2.5 font-medium text-ink hover:bg-hover max-sm:h-11"
          href={structureAddress(target, pipeline)}
          prefetch={false}
        >
          The newest version
        </Link>
      }
    >
      <p>Versions count from 1. A pipeline that was deleted and made anew counts from 1 again.</p>
    </EmptyState>
  );
}
