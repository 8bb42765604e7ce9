import type { Page } from "@playwright/test";

const ROW = '[role="table"][aria-label="Pipelines"] [data-row]';

/** Keys (`target/name`) of the rows in the document. */
export function rowsInSight(page: Page): Promise<string[]> {
  return page.$$eval(ROW, (links) =>
    links.map((link) => (link instanceof HTMLElement ? (link.dataset.row ?? "") : "")),
  );
}

/** What people do on the overview, once; answers how many presses of keys and buttons it took. */
export async function useOverview(page: Page): Promise<number> {
  let presses = 0;
  const press = async (key: string) => {
    await page.keyboard.press(key);
    presses += 1;
    await frames(page);
  };
  for (const key of ["j", "j", "j", "k"]) await press(key);
  await press("/");
  for (const key of "status:failed") await press(key);
  await press("Enter");
  await settle(page);
  await press("Backspace");
  await settle(page);
  for (const key of "pay") await press(key);
  await settle(page);
  for (let erased = 0; erased < 3; erased += 1) await press("Backspace");
  await settle(page);
  await press("Escape");
  const buttons = [
    page.getByRole("button", { name: "None", exact: true }),
    page.getByRole("button", { name: "Target", exact: true }),
    page.getByRole("button", { name: /changed, show$/ }),
    page.getByRole("button", { name: /targets? fresh/ }),
  ];
  for (const button of buttons) {
    if (!(await button.first().isVisible())) continue;
    await button.first().click();
    presses += 1;
    await settle(page);
  }
  await press("Escape");
  return presses;
}

/** Until the address took what was typed, and it is drawn. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 250)));
  await frames(page);
}

function frames(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}
