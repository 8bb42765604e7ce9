import "server-only";

/** Pages of actions or rules of one execution: at 100 a page, far more than a pipeline can declare, retried often. */
const MOST_PAGES = 20;

/** What all pages of a list hold; throws what reading one of them throws. */
export async function everyPage<Item>(
  read: (nextToken: string | undefined) => Promise<{ items: Item[]; nextToken?: string }>,
): Promise<Item[]> {
  const all: Item[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await read(nextToken);
    all.push(...answer.items);
    nextToken = answer.nextToken;
    if (nextToken === undefined) break;
  }
  return all;
}
