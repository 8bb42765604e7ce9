import type { BridgeEvent } from "./event-log";

/** An event of no pipeline in particular. */
export function bridgeEvent(id: string): BridgeEvent {
  return {
    version: "0",
    id,
    "detail-type": "CodePipeline Pipeline Execution State Change",
    source: "aws.codepipeline",
    account: "111122223333",
    time: "2026-03-02T09:00:00Z",
    region: "eu-west-1",
    resources: [],
    detail: {},
  };
}
