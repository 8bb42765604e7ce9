import { createServer } from "node:net";
import { expect, it } from "vitest";
import { freePort, portFrom, requireFreePort } from "./port";

it("reads a port from the environment, and refuses what is none", () => {
  const env = { NODE_ENV: "test" } as const;
  expect(portFrom("PORT", 3000, env)).toBe(3000);
  expect(portFrom("PORT", 3000, { ...env, PORT: " 8080 " })).toBe(8080);
  for (const PORT of ["abc", "0", "65536", "-1", "80.5"]) {
    expect(() => portFrom("PORT", 3000, { ...env, PORT })).toThrow(
      `PORT is "${PORT}"; expected a port number from 1 to 65535.`,
    );
  }
});

it("names a taken port and the variable that changes it, and is content once it is free", async () => {
  const port = await freePort();
  await requireFreePort("127.0.0.1", port, "PORT");
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await expect(requireFreePort("127.0.0.1", port, "EMULATOR_PORT")).rejects.toThrow(
    `Port ${port} is taken by another program. End it, or choose another port: EMULATOR_PORT=${port + 1}`,
  );
  const patient = requireFreePort("127.0.0.1", port, "PORT", 5000);
  server.close();
  await patient;
});

it("says when the machine has no such address", async () => {
  await expect(requireFreePort("203.0.113.9", 3000, "PORT")).rejects.toThrow('HOST is "203.0.113.9"');
});
