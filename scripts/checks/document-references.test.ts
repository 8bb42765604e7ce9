import { expect, it } from "vitest";
import { documentReferences } from "./document-references";

const code = { path: "lib/domain/age.ts", text: "" };

it("finds a path or a link in a document that leads nowhere", () => {
  const text =
    'See `lib/domain/gone.ts`\nand [the picture](docs/gone.png) and `LICENCE.md`.\n<img src="docs/none.png">';
  expect(documentReferences.run([code, { path: "README.md", text }])).toEqual([
    { path: "README.md", line: 1, message: "names lib/domain/gone.ts, which does not exist" },
    { path: "README.md", line: 2, message: "names docs/gone.png, which does not exist" },
    { path: "README.md", line: 2, message: "names LICENCE.md, which does not exist" },
    { path: "README.md", line: 3, message: "names docs/none.png, which does not exist" },
  ]);
});

it("accepts files, folders, addresses, commands, code blocks and paths seen from the document's own folder", () => {
  const text =
    "`lib/domain/age.ts` `lib/domain/` `npm run demo` `/api/ready` [x](https://example.com)\n```\n`a/b/c`\n```";
  const beside = { path: "docs/guide.md", text: "[age](../lib/domain/age.ts) `.pipedeck/demo/server.log`" };
  expect(documentReferences.run([code, { path: "README.md", text }, beside])).toEqual([]);
});
