import { nobody, signedIn } from "./fixtures/people";
import { pageOf, places } from "./fixtures/places";
import { expect, test } from "./fixtures/world";

const looks = [
  { name: "wide and light", viewport: { width: 1440, height: 900 }, colorScheme: "light" },
  { name: "narrow and dark", viewport: { width: 375, height: 812 }, colorScheme: "dark" },
] as const;

const pages = [
  { path: "/login", heading: "Pipedeck", storageState: nobody },
  { path: "/", heading: "Overview", storageState: signedIn("viewer") },
  { path: pageOf(places.ordersApi), heading: "orders-api", storageState: signedIn("viewer") },
  {
    path: `${pageOf(places.giftCards)}/structure`,
    heading: "gift-cards",
    storageState: signedIn("viewer"),
  },
  { path: "/inbox", heading: "Inbox", storageState: signedIn("operator") },
  { path: "/activity", heading: "Activity", storageState: signedIn("viewer") },
  { path: "/revisions", heading: "Where is it?", storageState: signedIn("viewer") },
  { path: "/revisions?q=fix", heading: "Where is it?", storageState: signedIn("viewer") },
  { path: "/settings", heading: "Settings", storageState: signedIn("viewer") },
  { path: pageOf(places.mediaTranscoder), heading: "media-transcoder", storageState: signedIn("viewer") },
];

for (const { name, viewport, colorScheme } of looks) {
  for (const { path, heading, storageState } of pages) {
    test.describe(`${path}, ${name}`, () => {
      test.use({ viewport, colorScheme, storageState });

      test("shows itself without an error, a blocked script or a sideways scroll", async ({ page }) => {
        const complaints: string[] = [];
        page.on("console", (message) => {
          if (message.type() === "error") complaints.push(message.text());
        });
        page.on("pageerror", (error) => complaints.push(error.message));
        await page.goto(path);
        await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
        await expect(page).toHaveTitle(/Pipedeck/);
        const beyond = () =>
          page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await expect.poll(beyond).toBe(0);
        const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        const [red = 0] = (background.match(/\d+/g) ?? []).map(Number);
        expect(red > 128).toBe(colorScheme === "light");
        expect(complaints).toEqual([]);
      });
    });
  }
}
