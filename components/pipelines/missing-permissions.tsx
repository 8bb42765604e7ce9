import { Banner } from "@/components/ui/banner";

/** What a page lacks while the role may not call one of these operations of CodePipeline. */
const LEFT_OUT: Record<string, string> = {
  GetPipeline: "the declaration",
  GetPipelineState: "where it stands on the line",
  GetPipelineExecution: "variables and source revisions",
  ListActionExecutions: "runs of actions",
  ListPipelineExecutions: "executions",
  ListRuleExecutions: "runs of rules",
};

export interface MissingPermissionsProps {
  target: string;
  /** IAM actions that were denied. */
  denied: readonly string[] | undefined;
}

/** Which permissions the role lacks, and what is left out of the page for that. Nothing when it lacks none. */
export function MissingPermissions({ target, denied = [] }: MissingPermissionsProps) {
  if (denied.length === 0) return null;
  const leftOut = denied.flatMap((permission) => LEFT_OUT[permission.split(":")[1] ?? ""] ?? []);
  return (
    <Banner tone="wait" glyph="lock" lead="Some of it may not be read.">
      The role of {target} lacks{" "}
      {denied.map((permission, index) => (
        <span key={permission}>
          {index > 0 && ", "}
          <code className="font-mono">{permission}</code>
        </span>
      ))}
      {leftOut.length > 0 && `; ${leftOut.join(", ")} are left out`}.
    </Banner>
  );
}
