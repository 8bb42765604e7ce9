import { writeFileSync } from "node:fs";
import path from "node:path";

/** A target at the emulator; with `include`, only pipelines whose names it matches. */
export type EmulatedTarget = {
  id: string;
  name: string;
  account: string;
  region: string;
  include?: string;
  /** Something between the application and the emulator. */
  endpoint?: string;
  /** How long a read may take; a press takes three times that at most. */
  timeoutMs?: number;
};

/** The targets of the demo: three accounts in two regions. */
export const demoTargets: readonly EmulatedTarget[] = [
  { id: "prod-eu", name: "Prod Europe", account: "444455556666", region: "eu-west-1" },
  { id: "prod-us", name: "Prod US", account: "444455556666", region: "us-east-1" },
  { id: "staging-eu", name: "Staging Europe", account: "222233334444", region: "eu-west-1" },
  { id: "staging-us", name: "Staging US", account: "222233334444", region: "us-east-1" },
  { id: "dev-eu", name: "Dev Europe", account: "111122223333", region: "eu-west-1" },
  { id: "dev-us", name: "Dev US", account: "111122223333", region: "us-east-1" },
];

/** Writes the configuration that points the application at the emulator; answers its path. Without rules, those of the demo hold. */
export function writeDemoConfig(
  folder: string,
  emulatorUrl: string,
  targets: readonly EmulatedTarget[] = demoTargets,
  { permissions, history }: { permissions?: object | undefined; history?: object | undefined } = {},
): string {
  const lines = targets.flatMap((target) => [
    `  - id: ${target.id}`,
    `    name: ${target.name}`,
    `    account: "${target.account}"`,
    `    region: ${target.region}`,
    `    roleArn: arn:aws:iam::${target.account}:role/pipedeck-read`,
    `    operatorRoleArn: arn:aws:iam::${target.account}:role/pipedeck-operator`,
    `    endpoint: ${target.endpoint ?? emulatorUrl}`,
    `    queueUrl: ${emulatorUrl}/${target.account}/codepipeline-events`,
    ...(target.timeoutMs === undefined ? [] : [`    timeoutMs: ${target.timeoutMs}`]),
    ...(target.include === undefined ? [] : [`    include: ["${target.include}"]`]),
  ]);
  const file = path.join(folder, "pipedeck.config.yaml");
  writeFileSync(
    file,
    [
      "# Written at every start of the demo: changes here are lost.",
      "targets:",
      ...lines,
      // JSON is YAML as well.
      ...(permissions === undefined ? [] : [`permissions: ${JSON.stringify(permissions)}`]),
      ...(history === undefined ? [] : [`history: ${JSON.stringify(history)}`]),
      "",
    ].join("\n"),
  );
  return file;
}
