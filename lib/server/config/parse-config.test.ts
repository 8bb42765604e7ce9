import { describe, expect, test } from "vitest";
import { ConfigError } from "./config-error";
import { parseConfig } from "./parse-config";

const FILE = "pipedeck.config.yaml";

function mistakes(text: string): string[] {
  try {
    parseConfig(text, FILE);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split("\n");
    throw error;
  }
  return [];
}

/** A file with one target, some of its lines replaced or added. */
function withTarget(lines: Record<string, string | undefined>): string {
  const target = {
    id: "prod-eu",
    name: "Production EU",
    account: "444455556666",
    region: "eu-west-1",
    ...lines,
  };
  const written = Object.entries(target).flatMap(([key, value]) =>
    value === undefined ? [] : [`    ${key}: ${value}`],
  );
  return `targets:\n  -\n${written.join("\n")}\n`;
}

describe("a good file", () => {
  test("gives its targets in order, with what is left out left out", () => {
    const config = parseConfig(
      `# ours
targets:
  - id: prod-eu
    name: Production EU
    account: 444455556666
    region: eu-west-1
    roleArn: arn:aws:iam::444455556666:role/team/pipedeck-read
    operatorRoleArn: arn:aws:iam::444455556666:role/team/pipedeck-operator
    externalId: pipedeck:1
    endpoint: http://127.0.0.1:4599
    queueUrl: https://sqs.eu-west-1.amazonaws.com/444455556666/codepipeline-events
    requestsPerSecond: 2.5
    timeoutMs: 3000
    include: [checkout-*, "{orders,payments}-*"]
    exclude:
      - "*-sandbox"
  - { id: dev, name: D, account: '111122223333', region: us-gov-west-1, profile: dev }
`,
      FILE,
    );
    expect(config.targets).toHaveLength(2);
    expect(config.targets[0]).toEqual({
      id: "prod-eu",
      name: "Production EU",
      account: "444455556666",
      region: "eu-west-1",
      roleArn: "arn:aws:iam::444455556666:role/team/pipedeck-read",
      operatorRoleArn: "arn:aws:iam::444455556666:role/team/pipedeck-operator",
      externalId: "pipedeck:1",
      profile: undefined,
      endpoint: "http://127.0.0.1:4599",
      queueUrl: "https://sqs.eu-west-1.amazonaws.com/444455556666/codepipeline-events",
      requestsPerSecond: 2.5,
      timeoutMs: 3000,
      include: ["checkout-*", "{orders,payments}-*"],
      exclude: ["*-sandbox"],
    });
    expect(config.targets[1]).toMatchObject({ profile: "dev", include: [], exclude: [] });
  });

  test("may list no targets", () => {
    expect(parseConfig("targets: []\n", FILE)).toEqual({
      targets: [],
      history: { keepMonths: 36, readPast: true },
    });
  });

  test("keeps the zeros at the front of an unquoted account", () => {
    expect(parseConfig(withTarget({ account: "012345678901" }), FILE).targets[0]?.account).toBe(
      "012345678901",
    );
  });
});

describe("one mistake in the file as a whole", () => {
  test.each([
    [
      "empty",
      "",
      "pipedeck.config.yaml:1: the file is empty, expected a key named targets with a list of targets",
    ],
    [
      "only a comment",
      "# nothing\n",
      "pipedeck.config.yaml:1: the file is empty, expected a key named targets with a list of targets",
    ],
    [
      "a list",
      "- a\n",
      "pipedeck.config.yaml:1: this is not a mapping, expected a key named targets with a list of targets",
    ],
    ["no targets", "{}\n", "pipedeck.config.yaml:1: targets: is missing, expected a list of targets"],
    [
      "targets that are no list",
      "\ntargets: 5\n",
      "pipedeck.config.yaml:2: targets: must be a list, [] for none",
    ],
    ["targets without a value", "targets:\n", "pipedeck.config.yaml:1: targets: must be a list, [] for none"],
    [
      "a target that is no mapping",
      "targets:\n  - prod\n",
      "pipedeck.config.yaml:2: targets[0]: must be a mapping with at least id, name, account and region",
    ],
  ])("%s: line and what is expected", (_, text, line) => {
    expect(mistakes(text)).toEqual([line]);
  });

  test.each([
    ["an unclosed bracket", "targets:\n  - id: [a\n", 3],
    ["a key given twice", "targets: []\ntargets: []\n", 2],
    ["a tab as indentation", "targets:\n\t- id: a\n", 2],
    ["a second document", "targets: []\n---\ntargets: []\n", 2],
  ])("%s is told as not valid YAML with its line", (_, text, line) => {
    const [first] = mistakes(text);
    expect(first).toMatch(new RegExp(`^pipedeck\\.config\\.yaml:${line}: not valid YAML: `));
  });

  test("an unknown key at the top names the near one", () => {
    expect(mistakes("target: []\n")).toEqual([
      "pipedeck.config.yaml:1: target: is not a known key, did you mean targets?",
      "pipedeck.config.yaml:1: targets: is missing, expected a list of targets",
    ]);
  });
});

describe("one mistake in a target", () => {
  test.each([
    ["id", undefined, 3, "is missing, expected 1 to 63 lower-case"],
    ["id", "Prod_EU", 3, '"Prod_EU" is not good, expected 1 to 63 lower-case'],
    ["id", "-prod", 3, "is not good"],
    ["id", `"${"a".repeat(64)}"`, 3, "is not good"],
    ["name", undefined, 3, "is missing, expected a name for people"],
    ["name", '""', 4, "is not good, expected 1 to 100 characters"],
    ["name", "[a]", 4, "a list is not good, expected a name for people"],
    ["account", undefined, 3, "is missing, expected the 12 digits"],
    ["account", "1234", 5, '"1234" is not good, expected the 12 digits'],
    ["account", "4444-5555-6666", 5, "is not good"],
    ["account", "true", 5, '"true" is not good'],
    ["region", undefined, 3, "is missing, expected an AWS region"],
    ["region", "Ireland", 6, '"Ireland" is not good, expected an AWS region, such as eu-west-1'],
    ["region", "null", 6, "nothing is not good"],
    ["roleArn", "pipedeck-read", 7, "expected the ARN of an IAM role"],
    [
      "roleArn",
      "arn:aws:iam::111122223333:role/pipedeck-read",
      7,
      "is a role of another account, expected one of 444455556666",
    ],
    ["operatorRoleArn", "pipedeck-operator", 7, "expected the ARN of an IAM role"],
    [
      "operatorRoleArn",
      "arn:aws:iam::111122223333:role/pipedeck-operator",
      7,
      "is a role of another account, expected one of 444455556666",
    ],
    ["externalId", "x", 7, "is not good"],
    ["externalId", "abc", 7, "is only used to assume a role, expected roleArn or operatorRoleArn beside it"],
    ["profile", "two words", 7, "expected the name of an AWS profile"],
    ["endpoint", "127.0.0.1:4599", 7, "expected an https URL"],
    ["endpoint", "ftp://example.com", 7, "expected an https URL"],
    ["endpoint", "http://user:pw@example.com", 7, "expected an https URL without user"],
    ["endpoint", "http://codepipeline.example.com", 7, "expected an https URL"],
    ["endpoint", "https://169.254.169.254", 7, "metadata addresses are never called"],
    ["queueUrl", "codepipeline-events", 7, "expected an https URL"],
    ["requestsPerSecond", "0", 7, "expected a number from 0.1 to 100"],
    ["requestsPerSecond", '"5"', 7, "expected a number"],
    ["requestsPerSecond", ".inf", 7, "expected a number"],
    ["timeoutMs", "1.5", 7, "expected a whole number from 100 to 60000"],
    ["include", "checkout-*", 7, '"checkout-*" is not good, expected a list of globs'],
    ["include", '["a[b"]', 7, "targets[0].include[0]:"],
    ["exclude", '["ok", "{a,b"]', 7, "targets[0].exclude[1]:"],
    ["exclude", '[""]', 7, "expected a glob"],
    ["exclude", "[[a]]", 7, "a list is not good"],
    ["regoin", "eu-west-1", 7, "is not a known key, did you mean region?"],
    ["color", "red", 7, "is not a known key, expected id, name, account"],
  ])("%s: %s is told with its line", (key, value, line, expected) => {
    const told = mistakes(withTarget({ [key]: value }));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(new RegExp(`^pipedeck\\.config\\.yaml:${line}: targets\\[0\\]\\.${key}`));
    expect(told[0]).toContain(expected);
  });

  test("an id given twice names the target that has it", () => {
    const text = `${withTarget({})}${withTarget({}).replace("targets:\n", "")}`;
    expect(mistakes(text)).toEqual([
      "pipedeck.config.yaml:8: targets[1].id: prod-eu is already the id of targets[0], expected one of its own",
    ]);
  });
});

test("all mistakes are told at once, in the order of their lines", () => {
  const told = mistakes(withTarget({ id: "A", account: "1", region: "x", colour: "red", include: "a" }));
  expect(told.map((line) => /:(\d+): targets\[0\]\.(\w+)/.exec(line)?.slice(1))).toEqual([
    ["3", "id"],
    ["5", "account"],
    ["6", "region"],
    ["7", "colour"],
    ["8", "include"],
  ]);
});
