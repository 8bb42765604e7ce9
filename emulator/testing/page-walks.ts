import type { SmallWorld } from "../operations/testing/small-world";
import { errorCode } from "./attempt";

type Answer = Record<string, unknown> & { nextToken?: string };

const idMembers = ["actionExecutionId", "ruleExecutionId", "pipelineExecutionId", "name"] as const;

function idOf(item: unknown): string {
  const members: Record<string, unknown> = { ...(typeof item === "object" ? item : {}) };
  const member = idMembers.find((each) => members[each] !== undefined);
  return String(member && members[member]);
}

interface Walk {
  operation: string;
  body: Record<string, unknown>;
  size: number;
  token: string | undefined;
  /** What was there when the walk began. */
  due: Set<string>;
  seen: Set<string>;
}

/** Lists that are read page by page while other things happen. */
export class PageWalks {
  readonly #small: SmallWorld;
  #walks: Walk[] = [];

  constructor(small: SmallWorld) {
    this.#small = small;
  }

  #page(
    { operation, body }: Walk,
    maxResults: number,
    nextToken: string | undefined,
  ): { ids: string[]; next: string | undefined } {
    const answer = this.#small.ask<Answer>(operation, {
      ...body,
      maxResults,
      ...(nextToken !== undefined && { nextToken }),
    });
    const items = Object.values(answer).find(Array.isArray) ?? [];
    return { ids: items.map(idOf), next: answer.nextToken };
  }

  /** Begins to read a list and reads its first page; answers what is wrong with that. */
  begin(operation: string, pipelineName: string, size: number): string | undefined {
    const body = operation === "ListPipelines" ? {} : { pipelineName };
    const walk: Walk = { operation, body, size, token: undefined, due: new Set(), seen: new Set() };
    let next: string | undefined;
    do {
      const page = this.#page(walk, 100, next);
      for (const id of page.ids) walk.due.add(id);
      next = page.next;
    } while (next !== undefined);
    this.#walks.push(walk);
    return this.#read(walk);
  }

  /** Reads on in one of the lists under way, `which` places from the newest back. */
  goOn(which: number): string | undefined {
    const walk = this.#walks.at(-1 - (which % Math.max(1, this.#walks.length)));
    return walk && this.#read(walk);
  }

  /** Reads every list under way to its end. */
  finish(): string | undefined {
    while (this.#walks.length > 0) {
      const found = this.goOn(0);
      if (found) return found;
    }
    return undefined;
  }

  /** A pipeline was deleted: its lists are over, and it may be missing in the others. */
  forget(pipelineName: string): string | undefined {
    const over = this.#walks.filter(({ body }) => body.pipelineName === pipelineName);
    this.#walks = this.#walks.filter((walk) => !over.includes(walk));
    for (const { due, operation } of this.#walks) if (operation === "ListPipelines") due.delete(pipelineName);
    const [first] = over;
    const code = first && errorCode(() => this.#page(first, 1, first.token));
    return code === undefined || code === "PipelineNotFoundException"
      ? undefined
      : `a list of what was deleted answers ${code}`;
  }

  #read(walk: Walk): string | undefined {
    const { ids, next } = this.#page(walk, walk.size, walk.token);
    walk.token = next;
    for (const id of ids) {
      if (walk.seen.has(id)) return `${walk.operation} repeats ${id}`;
      walk.seen.add(id);
    }
    if (ids.length > walk.size)
      return `${walk.operation} gives ${ids.length} items where ${walk.size} were asked for`;
    if (next !== undefined) return undefined;
    this.#walks = this.#walks.filter((other) => other !== walk);
    const lost = [...walk.due].find((id) => !walk.seen.has(id));
    return lost && `${walk.operation} lost ${lost}`;
  }
}
