import type { CodePipelineClient } from "@aws-sdk/client-codepipeline";
import { answerProblems, errorProblems } from "../operations/testing/answer-problems";
import { parseJson } from "./parse-json";

interface WireAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: AsyncIterable<Uint8Array> | Uint8Array;
}

function isWireAnswer(response: unknown): response is WireAnswer {
  return typeof response === "object" && response !== null && "statusCode" in response && "body" in response;
}

async function bytesOf(body: WireAnswer["body"]): Promise<Buffer> {
  if (body instanceof Uint8Array) return Buffer.from(body);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What is wrong with an answer of an operation on the wire; headers have lower-case names. */
export function wireProblems(
  operation: string,
  { statusCode, headers }: { statusCode: number; headers: Record<string, unknown> },
  body: Buffer,
): string[] {
  const head = [
    ...(headers["content-type"] === "application/x-amz-json-1.1" ? [] : ["the content type is another"]),
    ...(headers["x-amzn-requestid"] === undefined ? ["there is no request id"] : []),
  ];
  let answer: unknown;
  try {
    answer = body.length === 0 ? undefined : parseJson(body.toString());
  } catch {
    // A fault of kind `malformed`: what the client makes of it is for the test to say.
    return head;
  }
  if (statusCode === 200) return [...head, ...answerProblems(operation, answer)];
  const code = typeof answer === "object" && answer !== null && "__type" in answer ? answer.__type : "";
  return [...head, ...errorProblems(operation, String(code))];
}

/** Lets a client refuse every answer that is not what the service's model says, before the SDK makes sense of it. */
export function checkAnswers(client: CodePipelineClient): CodePipelineClient {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next(args);
      const { response } = result;
      if (!isWireAnswer(response)) return result;
      const body = await bytesOf(response.body);
      const operation = String(context.commandName).replace(/Command$/, "");
      const problems = wireProblems(operation, response, body);
      if (problems.length > 0) {
        throw new Error(`the answer of ${operation} is not what the model says: ${problems.join("; ")}`);
      }
      response.body = body;
      return result;
    },
    { step: "deserialize", priority: "low", name: "checkAnswers" },
  );
  return client;
}
