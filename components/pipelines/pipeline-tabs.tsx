import { Tabs } from "@/components/ui/tabs";
import { executionsAddress } from "@/lib/domain/execution-address";
import { pipelinePath } from "@/lib/domain/pipeline-path";
import { structureAddress } from "@/lib/domain/structure-address";

export interface PipelineTabsProps {
  target: string;
  pipeline: string;
  current: "state" | "history" | "structure";
}

/** The pages of one pipeline. */
export function PipelineTabs({ target, pipeline, current }: PipelineTabsProps) {
  return (
    <div className="bg-surface">
      <Tabs
        label={`Pages of ${pipeline}`}
        items={[
          { href: pipelinePath(target, pipeline), label: "State", current: current === "state" },
          { href: executionsAddress(target, pipeline), label: "History", current: current === "history" },
          {
            href: structureAddress(target, pipeline),
            label: "Structure",
            current: current === "structure",
          },
        ]}
      />
    </div>
  );
}
