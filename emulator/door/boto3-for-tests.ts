import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** Reads requests, one line of JSON each, and writes what boto3 made of the answer, or the error it raised. */
const PROGRAM = `
import boto3, json, sys
from botocore import xform_name
client = boto3.client("codepipeline", endpoint_url=sys.argv[1], region_name="eu-west-1",
    aws_access_key_id="AKIA111122223333", aws_secret_access_key="emulator")
for line in sys.stdin:
    request = json.loads(line)
    try:
        answer = getattr(client, xform_name(request["operation"]))(**request["input"])
        answer.pop("ResponseMetadata")
        print(json.dumps({"answer": answer}, default=str), flush=True)
    except Exception as error:
        print(json.dumps({"error": str(error)}), flush=True)
`;

/** A boto3 client of CodePipeline in a process of its own. */
export interface Boto3 {
  ask(operation: string, input: object): Promise<unknown>;
  close(): void;
}

/** Starts boto3 as a client of the emulator at `url`. */
export function startBoto3(url: string): Boto3 {
  const child = spawn("python3", ["-c", PROGRAM, url], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, AWS_CONFIG_FILE: "/dev/null", AWS_SHARED_CREDENTIALS_FILE: "/dev/null" },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(operation, input) {
      child.stdin.write(`${JSON.stringify({ operation, input })}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`boto3 went away during ${operation}`);
      const { answer, error }: { answer?: unknown; error?: string } = JSON.parse(value);
      if (error !== undefined) throw new Error(`${operation}: ${error}`);
      return answer;
    },
    close: () => child.stdin.end(),
  };
}
