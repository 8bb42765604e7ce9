import { createServer } from "node:http";
import { ListPipelinesCommand } from "@aws-sdk/client-codepipeline";
import { expect, it } from "vitest";
import { codePipelineAt } from "./sdk-for-tests";

/** What the SDK with checks says about one answer of a server. */
async function saidAbout(status: number, contentType: string, body: string): Promise<unknown> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(status, { "content-type": contentType, "x-amzn-RequestId": "1" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const client = codePipelineAt(`http://127.0.0.1:${port}`);
  try {
    return await client.send(new ListPipelinesCommand()).catch((error: unknown) => String(error));
  } finally {
    client.destroy();
    server.close();
  }
}

const json = "application/x-amz-json-1.1";

it("lets good answers and listed errors through", async () => {
  expect(await saidAbout(200, json, '{"pipelines":[]}')).toMatchObject({ pipelines: [] });
  expect(await saidAbout(400, json, '{"__type":"InvalidNextTokenException","message":"no"}')).toContain(
    "InvalidNextTokenException",
  );
});

it.each([
  [200, json, '{"pipelines":null}', "pipelines is null instead of absent"],
  [200, json, '{"names":[]}', "names is not in the model"],
  [200, "application/json", "{}", "the content type is another"],
  [400, json, '{"__type":"StageNotFoundException"}', "ListPipelines does not list StageNotFoundException"],
  [400, json, "{}", "ListPipelines does not list "],
])("refuses %d %s %s", async (status, contentType, body, words) => {
  expect(await saidAbout(status, contentType, body)).toContain(words);
});
