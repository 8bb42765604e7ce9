import { WordedError } from "../../scripts/processes/worded-error";
import { cookieHeader, readJson } from "../../scripts/testing/session";
import type { Application } from "./application";

/** A page to measure; the sign-in page is measured without a session. `route` is what Next.js calls it. */
export type ApplicationPage = { name: string; route: string; path: string; signedIn: boolean };

type Rows = { items: { target: string; name: string; stations: { train?: { executionId: string } }[] }[] };

/** The pages of the demo's pipeline checkout-web; those whose route does not exist are left out, and said so. */
export async function applicationPages(app: Application): Promise<ApplicationPage[]> {
  const { items } = await readJson<Rows>(app.url, app.session, "/api/pipelines");
  const row = items.find(({ target, name }) => target === "prod-eu" && name === "checkout-web");
  const executionId = row?.stations.flatMap(({ train }) => (train ? [train.executionId] : []))[0];
  if (!executionId) throw new WordedError("The demo's pipeline checkout-web has no execution.");
  const route = "/pipelines/[target]/[pipeline]";
  const path = "/pipelines/prod-eu/checkout-web";
  const pages = [
    { name: "overview", route: "/", path: "/", signedIn: true },
    { name: "inbox", route: "/inbox", path: "/inbox", signedIn: true },
    { name: "pipeline", route, path, signedIn: true },
    { name: "executions", route: `${route}/executions`, path: `${path}/executions`, signedIn: true },
    {
      name: "execution",
      route: `${route}/executions/[id]`,
      path: `${path}/executions/${executionId}`,
      signedIn: true,
    },
    { name: "structure", route: `${route}/structure`, path: `${path}/structure`, signedIn: true },
    { name: "revisions", route: "/revisions", path: "/revisions?q=checkout", signedIn: true },
    { name: "activity", route: "/activity", path: "/activity", signedIn: true },
    { name: "settings", route: "/settings", path: "/settings", signedIn: true },
    { name: "login", route: "/login", path: "/login", signedIn: false },
  ];
  const present = await Promise.all(pages.map((page) => exists(app, page)));
  for (const [index, page] of pages.entries()) {
    if (!present[index]) console.log(`The page ${page.name} does not exist yet; it is not measured.`);
  }
  return pages.filter((_page, index) => present[index]);
}

async function exists(app: Application, page: ApplicationPage): Promise<boolean> {
  const headers: Record<string, string> = page.signedIn ? { cookie: cookieHeader(app.session) } : {};
  const response = await fetch(app.url + page.path, { headers });
  await response.arrayBuffer();
  if (response.ok) return true;
  if (response.status === 404) return false;
  throw new WordedError(`The page ${page.name} answered ${response.status}.`);
}
