import type { PartStep, StructureChange } from "../structure-change";
import type { Fact, Part } from "../structure-parts";

/** The tree that a list of changes makes of another, applied one by one; withheld values stay withheld. */
export function applyStructureChanges(tree: Part, changes: readonly StructureChange[]): Part {
  const root = structuredClone(tree);
  const stayed = root.parts.filter(({ kind }) => kind === "stage");
  const placed: Array<{ stage: Part; after: string | undefined }> = [];
  for (const change of changes) {
    const parent = at(root, change.path.slice(0, -1));
    const last = change.path.at(-1);
    if (change.change === "said") say(at(root, change.path), change);
    else if (last === undefined) throw new Error("the pipeline itself is neither added nor removed");
    else if (change.change === "renamed") find(parent, { ...last, name: change.from }).name = last.name;
    else if (change.change === "removed") take(parent, last);
    else if (change.change === "added") {
      parent.parts.push(structuredClone(change.part));
      if (last.kind === "stage") placed.push({ stage: find(root, last), after: change.after });
    } else if (change.fromStage !== undefined) {
      parent.parts.push(take(find(root, { kind: "stage", name: change.fromStage }), last));
    } else placed.push({ stage: find(root, last), after: change.after });
  }
  const moved = placed.map(({ stage }) => stage);
  const stages = stayed.filter((stage) => root.parts.includes(stage) && !moved.includes(stage));
  const waiting = [...placed];
  while (waiting.length > 0) {
    const ready = waiting.findIndex(
      ({ after }) => after === undefined || stages.some(({ name }) => name === after),
    );
    const [next] = waiting.splice(ready, 1);
    if (ready < 0 || !next) throw new Error("a stage stands after one that is nowhere");
    stages.splice(stages.findIndex(({ name }) => name === next.after) + 1, 0, next.stage);
  }
  return { ...root, parts: [...root.parts.filter(({ kind }) => kind !== "stage"), ...stages] };
}

function say(part: Part, { key, of, from, to }: Extract<StructureChange, { change: "said" }>): void {
  const isIt = (fact: Fact) => fact.key === key && fact.of === of;
  const known = part.facts.find(isIt);
  if ((known === undefined) !== (from === undefined)) throw new Error(`${key} was not what the change says`);
  part.facts = part.facts.filter((fact) => !isIt(fact));
  if (to) part.facts.push({ key, ...(of !== undefined && { of }), value: to.value });
}

function at(root: Part, path: readonly PartStep[]): Part {
  return path.reduce(find, root);
}

function find(parent: Part, { kind, name }: PartStep): Part {
  const part = parent.parts.find((each) => each.kind === kind && each.name === name);
  if (!part) throw new Error(`there is no ${kind} ${name} in ${parent.name}`);
  return part;
}

function take(parent: Part, step: PartStep): Part {
  const part = find(parent, step);
  parent.parts = parent.parts.filter((each) => each !== part);
  return part;
}
