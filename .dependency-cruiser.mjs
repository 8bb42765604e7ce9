/** Which folders of lib/server a folder may import beside itself; files directly in lib/server are open to all. */
const serverOrder = {
  config: [],
  aws: ["config"],
  codepipeline: ["aws", "config"],
  live: ["config"],
  store: ["config"],
  http: ["config"],
  auth: ["http", "live", "store", "config"],
  watch: ["codepipeline", "aws", "config", "live", "store"],
  reads: ["watch", "live", "codepipeline", "aws", "config", "store", "auth", "http"],
  commands: ["watch", "live", "codepipeline", "aws", "config", "store", "auth", "http"],
  "first-data": ["reads", "auth"],
};

const test = "\\.test\\.tsx?$|^(lib/server|components)/testing/";
const pages = "^app/(?!api/)";
/** Files directly in lib/server that only others build on: they import no folder of lib/server. */
const serverBase = "^lib/server/(?!route\\.|open-route\\.|start-server\\.|stop-server\\.)[^/]+$";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    rule("no-cycles", "No file imports itself by way of others", {}, { circular: true }),
    rule("resolvable", "Every import leads somewhere", {}, { couldNotResolve: true }),
    rule(
      "nobody-imports-app",
      "app is the top of the house",
      { pathNot: `^app/|${test}` },
      { path: "^app/" },
    ),
    rule(
      "pages-import-downwards",
      "app/(pages) → components → lib/queries → lib/contract → lib/domain, and what a page begins with",
      { path: pages, pathNot: "^app/(\\(pages\\)/layout|login/page)\\.tsx$" },
      { path: "^(lib/server/(?!first-data/)|emulator/|e2e/|scripts/|bench/)" },
    ),
    rule(
      "layout-asks-auth-only",
      "The pages' layout and the sign-in page may ask lib/server/auth, and for the first data, nothing else",
      { path: "^app/(\\(pages\\)/layout|login/page)\\.tsx$" },
      { path: "^lib/server/(?!(auth|first-data)/)" },
    ),
    rule(
      "reads-look-as-somebody",
      "A read finds a pipeline as somebody who may see it, or filters what it lists",
      {
        path: "^lib/server/reads/",
        pathNot: `^lib/server/reads/(list-pipelines|list-inbox|list-tags|list-targets|find-executions|find-revisions|target-health)\\.ts$|${test}`,
      },
      { path: "^lib/server/watch/(find-watch|target-watches)\\.ts$" },
    ),
    rule(
      "first-data-for-pages",
      "Only pages begin with first data",
      { path: "^(lib|components|app/api)/", pathNot: `^lib/server/first-data/|${test}` },
      { path: "^lib/server/first-data/" },
    ),
    rule(
      "api-imports-server",
      "app/api → lib/server",
      { path: "^app/api/" },
      { path: "^(components|lib/queries|app/(?!api/)|emulator|e2e|scripts)/" },
    ),
    rule(
      "components-import-downwards",
      "components import lib/queries, lib/contract and lib/domain only",
      { path: "^components/" },
      { path: "^(app|lib/server|emulator|e2e|scripts|bench)/" },
    ),
    rule(
      "ui-knows-no-noun",
      "components/ui holds primitives without a domain word",
      { path: "^components/ui/" },
      { path: "^(components/(?!ui/)|lib/contract/|lib/queries/(?!server-now\\.))" },
    ),
    rule(
      "queries-import-downwards",
      "lib/queries imports lib/contract and lib/domain only",
      { path: "^lib/queries/" },
      { path: "^(app|components|lib/server|emulator|e2e|scripts|bench)/" },
    ),
    rule(
      "contract-types-in-browser",
      "The browser's side takes types from lib/contract, so that zod stays on the server",
      { path: "^(components/|lib/queries/|app/(?!api/))", pathNot: test },
      { path: "^lib/contract/", dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "zod-on-the-server",
      "zod does not reach the browser",
      { path: "^(components|lib/queries|app)/" },
      { path: "node_modules/zod/" },
    ),
    rule(
      "contract-imports-domain",
      "lib/contract imports lib/domain and zod only",
      { path: "^lib/contract/", pathNot: test },
      { pathNot: "^lib/(contract|domain)/|node_modules/zod/" },
    ),
    rule(
      "domain-imports-nothing",
      "lib/domain imports nothing",
      { path: "^lib/domain/", pathNot: test },
      { pathNot: "^lib/domain/" },
    ),
    rule(
      "server-imports-downwards",
      "lib/server imports lib/contract and lib/domain, nothing of the browser's side",
      { path: "^lib/server/", pathNot: test },
      { path: "^(app|components|lib/queries|emulator|e2e|scripts|bench)/" },
    ),
    ...Object.entries(serverOrder).map(([folder, below]) =>
      rule(
        `server-order-${folder}`,
        `lib/server/${folder} imports ${below.length > 0 ? below.join(", ") : "no other folder of lib/server"}`,
        { path: `^lib/server/${folder}/`, pathNot: test },
        { path: `^lib/server/(?!(${[folder, ...below].join("|")})/)[^/]+/` },
      ),
    ),
    rule(
      "server-base-is-below",
      "What all of lib/server builds on imports none of its folders",
      { path: serverBase, pathNot: test },
      { path: "^lib/server/[^/]+/" },
    ),
    rule(
      "sdk-stays-at-the-border",
      "Only lib/server/aws and lib/server/codepipeline know the AWS SDK",
      {
        path: "^(app|components|lib|instrumentation|proxy)",
        pathNot: `^lib/server/(aws|codepipeline)/|${test}`,
      },
      { path: "node_modules/(@aws-sdk|@smithy)/" },
    ),
    rule(
      "emulator-imports-nothing-of-ours",
      "The emulator is a program of its own",
      { path: "^emulator/" },
      { path: "^(app|components|lib|e2e|scripts|bench)/" },
    ),
    rule(
      "emulator-packages",
      "The emulator needs Node and a signature check, no more",
      { path: "^emulator/", pathNot: "\\.test\\.ts$|-for-tests\\.ts$|/testing/" },
      { path: "node_modules/", pathNot: "node_modules/(@smithy|@aws-crypto|@types/node|undici-types)/" },
    ),
    rule(
      "nobody-imports-emulator",
      "The emulator is reached over HTTP",
      { pathNot: "^emulator/" },
      { path: "^emulator/" },
    ),
    rule(
      "e2e-is-outside",
      "e2e uses the browser and HTTP only",
      { path: "^e2e/" },
      {
        pathNot: "^e2e/|node_modules/(@playwright/test|playwright|playwright-core|@types/node|axe-core)/",
        dependencyTypesNot: ["core"],
      },
    ),
    rule(
      "scripts-are-outside",
      "scripts start programs, they import none",
      { path: "^scripts/" },
      { path: "^(app|components|lib|emulator|e2e|bench)/" },
    ),
    rule("tests-are-leaves", "Nothing is imported from a test", {}, { path: "\\.(test|spec)\\.tsx?$" }),
    rule(
      "testing-for-tests",
      "What helps tests is imported by tests only",
      { pathNot: `${test}|/testing/|-for-tests\\.ts$` },
      { path: "^(lib/server|emulator|components)/testing/|-for-tests\\.ts$" },
    ),
    rule(
      "no-development-packages",
      "What runs in production needs no development package",
      { path: "^(app|components|lib|instrumentation|proxy)", pathNot: test },
      { dependencyTypes: ["npm-dev", "npm-no-pkg"], dependencyTypesNot: ["type-only"] },
    ),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: "specify",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|scratch|coverage)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};

/**
 * @param {string} name
 * @param {string} comment
 * @param {object} from
 * @param {object} to
 */
function rule(name, comment, from, to) {
  return { name, comment, severity: "error", from, to };
}
