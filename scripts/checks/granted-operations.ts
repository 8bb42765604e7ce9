import { type Check, type Finding, isTest, type SourceFile } from "./check";

const calls = /^lib\/server\/(codepipeline|aws)\/.+\.ts$/;
const narrowing = "lib/server/aws/session-policy.ts";
const templates = /^docs\/deploy\/.+\.(yaml|tf)$/;
const readers = /(^|\/)read-role\.(yaml|tf)$/;
const operators = /(^|\/)operator-role\.(yaml|tf)$/;
/** Commands of other services, and of CodePipeline's those that need no permission. */
const elsewhere = /^(AssumeRole|GetCallerIdentity|ReceiveMessage|DeleteMessageBatch)$/;
const isRead = /^(Get|List)/;

/**
 * The read role grants exactly the reads that the application calls, the operator role exactly the writes it can sign;
 * every write it calls is one it can sign, and the other way round; and no template is for one partition alone.
 */
export const grantedOperations: Check = {
  name: "granted-operations",
  run: (files) => {
    const called = files.filter(({ path }) => calls.test(path) && !isTest(path)).flatMap(callsOf);
    const signed = files.filter(({ path }) => path === narrowing).flatMap(signedOf);
    const roles = files.filter(({ path }) => templates.test(path));
    return [
      ...called
        .filter(({ operation }) => !isRead.test(operation) && !signed.includes(operation))
        .map(({ path, operation }) => finding(path, `calls ${operation}, which ${narrowing} cannot narrow`)),
      ...signed
        .filter((name) => !namesOf(called).includes(name))
        .map((name) => finding(narrowing, `can sign ${name}, which nothing calls`)),
      ...roles
        .filter(({ path }) => readers.test(path))
        .flatMap((file) =>
          compared(
            file,
            namesOf(called).filter((name) => isRead.test(name)),
          ),
        ),
      ...roles.filter(({ path }) => operators.test(path)).flatMap((file) => compared(file, signed)),
      ...roles
        .filter(({ text }) => /\barn:aws[a-z-]*:(?!iam::\[)/.test(text.replace(/Pattern: .*/g, "")))
        .map(({ path }) => finding(path, "names one partition; expected the one it is deployed in")),
    ];
  },
};

function callsOf({ path, text }: SourceFile): { path: string; operation: string }[] {
  return [...text.matchAll(/\bnew (\w+)Command\(/g)]
    .map(([, operation = ""]) => ({ path, operation }))
    .filter(({ operation }) => !elsewhere.test(operation));
}

function signedOf({ text }: SourceFile): string[] {
  return [...text.matchAll(/^ {2}(\w+): "(?:pipeline|stage|action)",$/gm)].map(
    ([, operation = ""]) => operation,
  );
}

function namesOf(called: { operation: string }[]): string[] {
  return called.map(({ operation }) => operation);
}

function compared(file: SourceFile, wanted: string[]): Finding[] {
  const granted = [...file.text.matchAll(/\bcodepipeline:([A-Za-z*]+)/g)].map(([, name = ""]) => name);
  const operations = granted.filter((name) => /^[A-Z*]/.test(name) && name !== "*");
  return [
    ...[...new Set(wanted)]
      .filter((name) => !operations.includes(name))
      .map((name) => finding(file.path, `does not grant ${name}, which the application calls`)),
    ...operations
      .filter((name) => !wanted.includes(name))
      .map((name) => finding(file.path, `grants ${name}, which the application does not call`)),
  ];
}

function finding(path: string, message: string): Finding {
  return { path, line: 1, message };
}
