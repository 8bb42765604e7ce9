import { ExternalLink } from "@/components/ui/external-link";
import type { OpenApproval } from "@/lib/domain/pipeline-state";

/** What the approver is asked, and where to read more, as the pipeline declares it. */
export function ApprovalQuestion({ approval }: { approval: OpenApproval }) {
  const { question, link } = approval;
  if (question === undefined && link === undefined) return null;
  return (
    <div className="flex flex-col gap-0.5 border-l-2 border-line-2 pl-3">
      {question !== undefined && <p className="break-words whitespace-pre-wrap text-ink">{question}</p>}
      {link !== undefined && <ExternalLink href={link}>{link}</ExternalLink>}
    </div>
  );
}
