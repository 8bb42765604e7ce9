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
    let value = raw;
    for (const found of referencesIn(raw)) {
      const replacement = valueFor(execution, found);
      if (replacement === undefined) unresolved.push(found.text);
      else value = value.replace(found.text, () => replacement);
    }
    resolved[key] = value;
  }
  return { resolved, unresolved };
}

/** Keys of a namespace that some action of the execution's pipeline refers to. */
export function keysAskedOf(execution: Execution, namespace: string): string[] {
  const keys = new Set<string>();
  for (const stage of execution.declaration.stages) {
    for (const action of stage.actions) {
      for (const value of Object.values(action.configuration ?? {})) {
        for (const found of referencesIn(value)) if (found.namespace === namespace) keys.add(found.key);
      }
    }
  }
  return [...keys];
}
