import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { removePostgres, startPostgres } from "./start-postgres";

const folders: string[] = [];

function freshFolder(mode = 0o711): string {
  const folder = mkdtempSync(path.join(tmpdir(), "pipedeck-postgres-"));
  chmodSync(folder, mode);
  folders.push(folder);
  return path.join(folder, "data");
}

afterEach(async () => {
  for (const folder of folders.splice(0)) {
    await removePostgres(path.join(folder, "data"));
    rmSync(folder, { recursive: true, force: true });
  }
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("startPostgres", () => {
  it("runs a durable server on loopback that keeps its rows over a restart", async () => {
    const dataDir = freshFolder();
    const first = await startPostgres({ dataDir });
    await query(first.url, "create table kept (word text); insert into kept values ('still here')");
    expect(await query(first.url, "show fsync")).toEqual([{ fsync: "on" }]);
    expect(await query(first.url, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
    expect(await query(first.url, "show server_encoding")).toEqual([{ server_encoding: "UTF8" }]);
    await first.stop();
    const second = await startPostgres({ dataDir });
    expect(second.adopted).toBe(false);
    expect(await query(second.url, "select word from kept")).toEqual([{ word: "still here" }]);
  });

  it("takes over a server that already runs on the folder", async () => {
    const dataDir = freshFolder();
    const first = await startPostgres({ dataDir, throwaway: true });
    const second = await startPostgres({ dataDir, throwaway: true });
    expect(second).toMatchObject({ adopted: true, pid: first.pid, url: first.url });
    await second.stop();
    await expect(query(first.url, "select 1")).rejects.toThrow(/ECONNREFUSED/);
  });

  it("ends its server when the starting process is killed outright", async () => {
    const dataDir = freshFolder();
    const program = `
      const { startPostgres } = await import("./scripts/postgres/start-postgres.ts");
      const server = await startPostgres({ dataDir: process.argv[1], throwaway: true });
      console.log(server.url);
      setInterval(() => {}, 1000);`;
    const child = spawn(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "-e", program, dataDir],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    const url = await new Promise<string>((resolve) =>
      child.stdout.once("data", (chunk) => resolve(String(chunk).trim())),
    );
    child.kill("SIGKILL");
    const next = await startPostgres({ dataDir, throwaway: true });
    expect(next.adopted).toBe(false);
    expect(next.url).not.toBe(url);
  });

  it("says that its server has ended, and starts again where one was killed outright", async () => {
    const dataDir = freshFolder();
    const first = await startPostgres({ dataDir, throwaway: true });
    process.kill(first.pid, "SIGKILL");
    await first.ended;
    const second = await startPostgres({ dataDir, throwaway: true });
    expect(second.adopted).toBe(false);
    expect(await query(second.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("runs in a folder that only its owner may enter", async () => {
    const dataDir = freshFolder(0o700);
    const first = await startPostgres({ dataDir, throwaway: true });
    await query(first.url, "create table kept ()");
    await first.stop();
    const second = await startPostgres({ dataDir, throwaway: true });
    expect(await query(second.url, "select * from kept")).toEqual([]);
  });

  it("refuses a password that is not the cluster's, and keeps the right one private", async () => {
    const dataDir = freshFolder();
    const server = await startPostgres({ dataDir, throwaway: true });
    const wrong = server.url.replace(/:[^:@]+@/, ":wrong@");
    await expect(query(wrong, "select 1")).rejects.toThrow(/password authentication failed/);
    expect(statSync(path.join(dataDir, "password")).mode & 0o077).toBe(0);
  });

  it("names the port when the chosen one is taken", async () => {
    const first = await startPostgres({ dataDir: freshFolder(), throwaway: true });
    await expect(
      startPostgres({ dataDir: freshFolder(), port: first.port, throwaway: true }),
    ).rejects.toThrow(`PostgreSQL cannot listen on 127.0.0.1:${first.port}: the port is taken.`);
  });
});
