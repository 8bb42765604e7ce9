import type { Page, Route } from "@playwright/test";
import { nobody } from "./fixtures/people";
import { changeProvider, signInAtProvider, signOn } from "./fixtures/sign-on";
import { expect, test } from "./fixtures/world";

test.use({ storageState: nobody, baseURL: process.env.PIPEDECK_E2E_SIGN_ON && signOn().url });
// They change the one provider there is.
test.describe.configure({ mode: "serial" });
test.afterEach(async ({ request }) => {
  await changeProvider(request, "up");
  await changeProvider(request, "skew/0");
});

const begin = async (page: Page, path = "/settings") => {
  await page.goto(path);
  await page.getByRole("button", { name: "Sign in with Example Login" }).click();
};
const overAgain = async (page: Page) => {
  await expect(page.getByRole("button", { name: "Sign in with Example Login" })).toBeVisible();
  const reply = await page.request.get("/api/access");
  expect(reply.status()).toBe(401);
};

test("signs in at the provider, with groups from its userinfo, and comes back to the page asked for", async ({
  page,
}) => {
  await begin(page);
  await signInAtProvider(page, "grace");
  await expect(page).toHaveURL(`${signOn().url}/settings`);
  await expect(page.getByRole("region", { name: "What I may do here" })).toContainText("Grace Example");
  const { items } = await (await page.request.get("/api/pipelines?limit=1")).json();
  const place = new URLSearchParams({ target: items[0].target, pipeline: items[0].name });
  const access = await (await page.request.get(`/api/access?${place}`)).json();
  expect(access).toMatchObject({ person: { id: "grace" }, provider: "oidc" });
  expect(access.at.verbs.approve.allowed).toBe(true);
  expect(access.at.verbs.stop.allowed).toBe(false);
});

test("signing out ends the session, and the provider's own where the person wants it", async ({ page }) => {
  await begin(page);
  await signInAtProvider(page, "ada");
  await page.getByRole("button", { name: /Ada Example/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await overAgain(page);
  await page.getByRole("link", { name: "Sign out there too" }).click();
  await expect(page).toHaveURL(new RegExp(`^${signOn().issuer}/`));
  await page.getByRole("button", { name: "Yes, sign me out" }).click();
  await expect(page).toHaveURL(new RegExp(`^${signOn().url}/login`));
  await page.getByRole("button", { name: "Sign in with Example Login" }).click();
  await expect(page.getByPlaceholder("Enter any login")).toBeVisible();
});

test("who declines at the provider is told so, may try again, and then gets where they wanted", async ({
  page,
}) => {
  await begin(page);
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "said no" })).toBeVisible();
  await overAgain(page);
  await page.getByRole("button", { name: "Sign in with Example Login" }).click();
  await signInAtProvider(page, "grace");
  await expect(page).toHaveURL(`${signOn().url}/settings`);
});

for (const name of ["otto", "stranger"]) {
  const why = name === "otto" ? "in no group that may come in" : "without any group claim";
  test(`who is ${why} does not get in`, async ({ page }) => {
    await begin(page);
    await signInAtProvider(page, name);
    await expect(page.getByRole("alert").filter({ hasText: "may not sign in here" })).toBeVisible();
    await overAgain(page);
  });
}

for (const parameter of ["state", "nonce", "code_challenge"]) {
  test(`a sign-in whose ${parameter} was changed on the way is refused`, async ({ page }) => {
    const change = async (route: Route) => {
      const url = new URL(route.request().url());
      const before = url.searchParams.get(parameter) ?? "";
      expect(before.length).toBeGreaterThan(20);
      url.searchParams.set(parameter, before.replace(/./g, "A"));
      await route.fulfill({ status: 302, headers: { location: url.href } });
    };
    await page.route(`${signOn().issuer}/auth?**`, change, { times: 1 });
    await begin(page);
    await signInAtProvider(page, "ada");
    await expect(page.getByRole("alert").filter({ hasText: "did not answer as expected" })).toBeVisible();
    await overAgain(page);
  });
}

test("a provider whose clock is seconds off signs people in; one minutes behind sends tokens that are over", async ({
  page,
  request,
}) => {
  await changeProvider(request, "skew/-5000");
  await begin(page);
  await signInAtProvider(page, "ada");
  await expect(page).toHaveURL(`${signOn().url}/settings`);
  // A page that finds its session gone leads to the sign-in by itself, across whatever is opened meanwhile.
  await page.goto("about:blank");
  await page.context().clearCookies();
  await changeProvider(request, "skew/-300000");
  await begin(page);
  await signInAtProvider(page, "ada");
  await expect(page.getByRole("alert").filter({ hasText: "did not answer as expected" })).toBeVisible();
  await overAgain(page);
});

test("a provider that goes away in the middle is said to, and works again when it is back", async ({
  page,
  request,
}) => {
  await begin(page);
  await page.getByPlaceholder("Enter any login").fill("ada");
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await changeProvider(request, "leaving");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "did not answer as expected" })).toBeVisible();
  await overAgain(page);
  await changeProvider(request, "up");
  await page.getByRole("button", { name: "Sign in with Example Login" }).click();
  await expect(page).toHaveURL(`${signOn().url}/settings`);
});

test("an administrator ends a person's session: the next request is refused and the page leads to the sign-in", async ({
  page,
  browser,
}) => {
  await begin(page);
  await signInAtProvider(page, "grace");
  await expect(page).toHaveURL(`${signOn().url}/settings`);
  const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const admin = await browser.newPage({ baseURL: signOn().url });
  await begin(admin);
  await signInAtProvider(admin, "ada");
  const sessions = admin.getByRole("region", { name: "Everybody’s sessions" });
  await expect(sessions.getByRole("listitem").filter({ hasText: "this one" })).toContainText("Ada Example");
  const ends = sessions.getByRole("button", { name: /End the session of Grace Example/ });
  for (let left = await ends.count(); left > 0; left -= 1) {
    await ends.first().click();
    await expect(ends).toHaveCount(left - 1);
  }
  await expect(page).toHaveURL(/\/login\?from=%2Fsettings/);
  const reply = await page.request.get("/api/pipelines", { headers: { cookie: cookies } });
  expect(reply.status()).toBe(401);
  await admin.close();
});
