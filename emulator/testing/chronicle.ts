import type { ExecutionMode } from "../engine/declaration";
import type { BridgeEvent } from "../engine/event-log";

/** What the events told about an action execution. */
export interface ToldAction {
  id: string;
  name: string;
  stage: string;
  state: string;
}

/** What the events told about an execution's stay in a stage. */
export interface ToldStage {
  name: string;
  state: string;
  /** The latest run of each of its actions, by name. */
  actions: Map<string, ToldAction>;
}

/** What the events told about an execution. */
export interface ToldExecution {
  id: string;
  pipeline: string;
  mode: ExecutionMode;
  version: number;
  /** Trigger type of its first event. */
  triggerType: string | undefined;
  state: string;
  attempt: number;
  /** In the order in which it entered them. */
  stages: Map<string, ToldStage>;
  actions: Map<string, ToldAction>;
}

/** One event, with what was known before it. The records already hold what it tells. */
export interface Told {
  level: "Pipeline" | "Stage" | "Action";
  state: string;
  /** State of the same thing before, undefined for the first event about it. */
  before: string | undefined;
  execution: ToldExecution;
  stage?: ToldStage;
  action?: ToldAction;
  event: BridgeEvent;
}

type Level = Told["level"];
const levels: Readonly<Record<string, Level>> = { Pipeline: "Pipeline", Stage: "Stage", Action: "Action" };

function text(event: BridgeEvent, key: string): string {
  const value = event.detail[key];
  if (typeof value !== "string") throw new Error(`event ${event.id} has no ${key}`);
  return value;
}

function triggerOf(event: BridgeEvent): string | undefined {
  const trigger = event.detail["execution-trigger"];
  if (typeof trigger !== "object" || trigger === null || !("trigger-type" in trigger)) return undefined;
  return String(trigger["trigger-type"]);
}

/** Everything the events tell, replayed: pipelines that exist, with their executions in the order in which they started. */
export class Chronicle {
  readonly pipelines = new Map<string, Map<string, ToldExecution>>();
  readonly #modeOf: (pipeline: string, version: number) => ExecutionMode;

  constructor(modeOf: (pipeline: string, version: number) => ExecutionMode) {
    this.#modeOf = modeOf;
  }

  /** Forgets a pipeline that was deleted. */
  forget(pipeline: string): void {
    this.pipelines.delete(pipeline);
  }

  executions(pipeline: string): ToldExecution[] {
    return [...(this.pipelines.get(pipeline)?.values() ?? [])];
  }

  execution(pipeline: string, id: string): ToldExecution | undefined {
    return this.pipelines.get(pipeline)?.get(id);
  }

  /** Takes one event in and answers what it changed. */
  take(event: BridgeEvent): Told {
    const level = levels[event["detail-type"].split(" ")[1] ?? ""];
    if (!level) throw new Error(`unknown detail-type ${event["detail-type"]}`);
    const state = text(event, "state");
    const execution = this.#executionOf(event);
    execution.attempt = Number(event.detail["pipeline-execution-attempt"]);
    const told = { level, state, execution, event };
    if (level === "Pipeline") {
      const before = execution.state === "" ? undefined : execution.state;
      execution.state = state;
      return { ...told, before };
    }
    const stage = stageOf(execution, text(event, "stage"));
    if (level === "Stage") {
      const before = stage.state === "" ? undefined : stage.state;
      stage.state = state;
      return { ...told, before, stage };
    }
    const id = text(event, "action-execution-id");
    const known = execution.actions.get(id);
    const action = known ?? { id, name: text(event, "action"), stage: stage.name, state: "" };
    const before = known?.state;
    action.state = state;
    execution.actions.set(id, action);
    if (!known) stage.actions.set(action.name, action);
    return { ...told, before, stage, action };
  }

  #executionOf(event: BridgeEvent): ToldExecution {
    const pipeline = text(event, "pipeline");
    const id = text(event, "execution-id");
    const executions = this.pipelines.get(pipeline) ?? new Map<string, ToldExecution>();
    this.pipelines.set(pipeline, executions);
    const known = executions.get(id);
    if (known) return known;
    const version = Number(event.detail.version);
    const fresh: ToldExecution = {
      id,
      pipeline,
      version,
      mode: this.#modeOf(pipeline, version),
      triggerType: triggerOf(event),
      state: "",
      attempt: 1,
      stages: new Map(),
      actions: new Map(),
    };
    executions.set(id, fresh);
    return fresh;
  }
}

function stageOf(execution: ToldExecution, name: string): ToldStage {
  const known = execution.stages.get(name);
  if (known) return known;
  const fresh: ToldStage = { name, state: "", actions: new Map() };
  execution.stages.set(name, fresh);
  return fresh;
}
