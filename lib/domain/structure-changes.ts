import { bare, factChanges, inside, matched, partChanges } from "./part-changes";
import { stageOrderChanges } from "./stage-order-changes";
import type { PipelineStructure } from "./structure";
import type { StructureChange } from "./structure-change";
import { type Part, structureParts } from "./structure-parts";

type Pair = readonly [from: Part, to: Part];

/** An action that went from one stage to another. */
interface Transfer {
  action: Pair;
  stages: Pair;
}

/**
 * What changed from one declaration to another, by meaning: no order of lines, only of stages. Withheld values are
 * compared by their marks, and are not told. Empty when both mean the same.
 */
export function structureChanges(before: PipelineStructure, after: PipelineStructure): StructureChange[] {
  return partTreeChanges(structureParts(before), structureParts(after));
}

/** The same of the trees that declarations are made of. */
export function partTreeChanges(before: Part, after: Part): StructureChange[] {
  const stagesBefore = before.parts.filter(isStage);
  const stagesAfter = after.parts.filter(isStage);
  const { renamed, kept, added, removed } = matched(stagesBefore, stagesAfter, new Set(["stage"]));
  const stages: readonly Pair[] = [...kept, ...renamed];
  const transfers = findTransfers(stages, added, removed);
  const gone = new Set(transfers.map(({ action: [from] }) => from));
  const came = new Set(transfers.map(({ action: [, to] }) => to));
  const nameNow = new Map(stages.map(([from, to]) => [from, to.name]));
  return [
    ...partChanges(withoutStages(before), withoutStages(after), []),
    ...renamed.map(
      ([from, to]): StructureChange => ({ change: "renamed", path: inside([], to), from: from.name }),
    ),
    ...added.map((stage): StructureChange => {
      const place = stagesAfter[stagesAfter.indexOf(stage) - 1]?.name;
      return {
        change: "added",
        path: inside([], stage),
        part: bare(without(stage, came)),
        ...(place !== undefined && { after: place }),
      };
    }),
    ...transfers.flatMap(({ action: [from, to], stages: [fromStage, toStage] }): StructureChange[] => {
      const path = inside(inside([], toStage), to);
      const moved = {
        change: "moved",
        path,
        fromStage: nameNow.get(fromStage) ?? fromStage.name,
      } as const;
      return [moved, ...partChanges(from, to, path)];
    }),
    ...stages
      .toSorted(([, one], [, other]) => stagesAfter.indexOf(one) - stagesAfter.indexOf(other))
      .flatMap(([from, to]) => partChanges(without(from, gone), without(to, came), inside([], to))),
    ...removed.map(
      (stage): StructureChange => ({
        change: "removed",
        path: inside([], stage),
        part: bare(without(stage, gone)),
      }),
    ),
    ...stageOrderChanges(stages, stagesBefore, stagesAfter),
  ];
}

function findTransfers(
  stages: readonly Pair[],
  added: readonly Part[],
  removed: readonly Part[],
): Transfer[] {
  const left = stages.flatMap(([from, to]) =>
    actionsOnlyIn(from, to).map((action) => ({ action, stage: from })),
  );
  const arrived = stages.flatMap(([from, to]) =>
    actionsOnlyIn(to, from).map((action) => ({ action, stage: to })),
  );
  const all = (of: readonly Part[]) =>
    of.flatMap((stage) => stage.parts.filter(isAction).map((action) => ({ action, stage })));
  const taken = new Set<Part>();
  return [...arrived, ...all(added)].flatMap((to): Transfer[] => {
    const candidates = [...left, ...all(removed)].filter(
      (from) =>
        !taken.has(from.action) && from.action.name === to.action.name && sameType(from.action, to.action),
    );
    const exact = candidates.find((from) => factChanges(from.action, to.action, []).length === 0);
    const likely = candidates.find((from) => !(removed.includes(from.stage) && added.includes(to.stage)));
    const from = exact ?? likely;
    if (!from) return [];
    taken.add(from.action);
    return [{ action: [from.action, to.action], stages: [from.stage, to.stage] }];
  });
}

/** Actions that one stage has and the other has not, a new name for the same thing apart. */
function actionsOnlyIn(one: Part, other: Part): Part[] {
  return matched(other.parts.filter(isAction), one.parts.filter(isAction)).added;
}

function sameType(one: Part, other: Part): boolean {
  return ["category", "owner", "provider"].every((key) => {
    const [a, b] = [one, other].map(({ facts }) => facts.find((fact) => fact.key === key)?.value);
    return a === b;
  });
}

function without(stage: Part, parts: ReadonlySet<Part>): Part {
  return { ...stage, parts: stage.parts.filter((each) => !parts.has(each)) };
}

function withoutStages(root: Part): Part {
  return { ...root, parts: root.parts.filter((each) => !isStage(each)) };
}

function isStage({ kind }: Part): boolean {
  return kind === "stage";
}

function isAction({ kind }: Part): boolean {
  return kind === "action";
}
