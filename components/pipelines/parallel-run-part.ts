import { onDemand } from "@/components/ui/on-demand";

export const parallelRun = onDemand(() => import("./parallel-run").then(({ ParallelRun }) => ParallelRun));
