import type { PipelineDeclaration, StageDeclaration } from "./declaration";
import type { Execution } from "./record";

const reference = /#\{([A-Za-z0-9@\-_]+)\.([A-Za-z0-9@\-_]+)\}/g;

/** A reference `#{namespace.key}` as it stands in a text. */
export interface VariableReference {
  text: string;
  namespace: string;
  key: string;
}

/** The references in a text, in order. */
export function referencesIn(text: string): VariableReference[] {
  return [...text.matchAll(reference)].map(([whole, namespace = "", key = ""]) => ({
    text: whole,
    namespace,
    key,
  }));
}

function valueFor(execution: Execution, { namespace, key }: VariableReference): string | undefined {
  if (namespace === "codepipeline") return key === "PipelineExecutionId" ? execution.id : undefined;
  if (namespace === "variables") return execution.variables.get(key);
  const known = execution.namespaces.get(namespace);
  return known && Object.hasOwn(known, key) ? known[key] : undefined;
}

/** A configuration with every reference replaced, and the references that nothing answers to. */
export function resolveConfiguration(
  execution: Execution,
  configuration: Record<string, string>,
): { resolved: Record<string, string>; unresolved: string[] } {
  const unresolved: string[] = [];
  const resolved: Record<string, string> = {};
  for (const [key, raw] of Object.entries(configuration)) {
    // In one pass, so that a value that looks like a reference stays what it is.
    resolved[key] = raw.replace(reference, (text: string, namespace: string, name: string) => {
      const value = valueFor(execution, { text, namespace, key: name });
      if (value === undefined) unresolved.push(text);
      return value ?? text;
    });
  }
  return { resolved, unresolved };
}

function configurationsOf(stage: StageDeclaration): Array<Record<string, string>> {
  const conditions = [stage.beforeEntry, stage.onSuccess, stage.onFailure].flatMap(
    (kind) => kind?.conditions ?? [],
  );
  const rules = conditions.flatMap((condition) => condition.rules ?? []);
  return [...stage.actions, ...rules].map(({ configuration = {} }) => configuration);
}

/** Declarations do not change once they are versions of a pipeline, so each is searched once. */
const keysByDeclaration = new WeakMap<PipelineDeclaration, ReadonlyMap<string, string[]>>();

function searchKeys(declaration: PipelineDeclaration): ReadonlyMap<string, string[]> {
  const values = declaration.stages.flatMap(configurationsOf).flatMap(Object.values<string>);
  const found = new Map<string, string[]>();
  for (const { namespace, key } of values.flatMap(referencesIn)) {
    const keys = found.get(namespace) ?? [];
    if (!keys.includes(key)) found.set(namespace, [...keys, key]);
  }
  return found;
}

/** Keys of a namespace that some action or rule of the execution's pipeline refers to. */
export function keysAskedOf({ declaration }: Execution, namespace: string): string[] {
  const known = keysByDeclaration.get(declaration) ?? searchKeys(declaration);
  keysByDeclaration.set(declaration, known);
  return known.get(namespace) ?? [];
}
