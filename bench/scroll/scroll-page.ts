import type { Browser, Page } from "@playwright/test";
import type { Application } from "../harness/application";
import { inFreshContext } from "../harness/browser";
import { gestures, readToTheEnd } from "./gestures";
import { type LongestTask, longestTask } from "./longest-task";
import { plainList } from "./plain-list";

/** The longest task by the name of what was done. */
export type Scrolled = Map<string, LongestTask>;

/** A row of the history in a wide window. */
const ROW_PX = 32;
const FIRST_ROW = '[role="table"] a[href*="/executions/"]';

/** Scrolls through the history of a pipeline: first to its end while it is being read, then in every way there is. */
export function scrollHistory(
  browser: Browser,
  app: Application,
  { path, rows }: { path: string; rows: number },
): Promise<Scrolled> {
  return inFreshContext(browser, app, async (context) => {
    const page = await context.newPage();
    await page.goto(app.url + path);
    await page.waitForSelector(FIRST_ROW);
    return scrollThrough(page, rows);
  });
}

/** The same with the control. */
export function scrollPlainList(browser: Browser, app: Application, rows: number): Promise<Scrolled> {
  return inFreshContext(browser, app, async (context) => {
    const page = await context.newPage();
    await page.setContent(plainList(rows, ROW_PX));
    return scrollThrough(page, rows);
  });
}

async function scrollThrough(page: Page, rows: number): Promise<Scrolled> {
  const input = await page.context().newCDPSession(page);
  await page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())));
  const tasks: Scrolled = new Map();
  tasks.set("End, while it is read", await longestTask(input, () => readToTheEnd(page, rows, ROW_PX)));
  for (const { name, scroll } of gestures)
    tasks.set(name, await longestTask(input, () => scroll(page, input)));
  return tasks;
}
