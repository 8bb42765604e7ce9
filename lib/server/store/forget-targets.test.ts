import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "../new-id";
import { createTestDatabase, type TestDatabase } from "../testing/postgres";
import { forgetTargets } from "./forget-targets";
import { keepReaches, reachesOf } from "./indexed-pipelines";
import { snapshotsAfter, writeSnapshots } from "./pipeline-snapshots";
import { keepTags, keptTags } from "./pipeline-tags";
import { claimTarget, readTargetWatches } from "./target-watches";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const EXECUTIONS = 1200;

/** A target of which something of everything is kept. */
async function known(target: string): Promise<void> {
  const holder = newId();
  await claimTarget(target, holder);
  const row = {
    name: "shop",
    gone: false,
    listed: null,
    state: null,
    trouble: null,
    depth: null,
    readAtMs: null,
  };
  await writeSnapshots(target, holder, 1, [{ ...row, version: 1 }]);
  const reach = { newestMs: 2, backToMs: 1, nextToken: null, complete: true };
  await keepReaches(target, new Map([["shop", reach]]));
  await keepTags(target, [{ pipeline: "shop", tags: { team: "a" }, denied: null, readAtMs: 1 }]);
  await database.query(
    `insert into executions (target, pipeline, id, status, execution_type)
     select $1, 'shop', 'e' || number, 'Succeeded', 'STANDARD' from generate_series(1, $2) as number`,
    [target, EXECUTIONS],
  );
}

async function left(target: string) {
  const [executions] = await database.query(
    "select count(*)::int as count from executions where target = $1",
    [target],
  );
  const watched = (await readTargetWatches()).some((one) => one.target === target);
  return {
    watched,
    snapshots: (await snapshotsAfter(target, { version: -1, name: "" }, 10)).length,
    reaches: (await reachesOf(target)).size,
    tags: (await keptTags(target)).length,
    executions: executions?.count,
  };
}

const ALL = { watched: true, snapshots: 1, reaches: 1, tags: 1, executions: EXECUTIONS };
const NOTHING = { watched: false, snapshots: 0, reaches: 0, tags: 0, executions: 0 };

it("forgets everything of a target that is not configured once nobody watched it for 30 days, and of no other", async () => {
  for (const target of ["kept", "recent", "old", "half forgotten"]) await known(target);
  await database.query(
    "update target_watches set beat_at = now() - interval '31 days' where target in ('kept', 'old')",
  );
  await database.query("delete from target_watches where target = 'half forgotten'");
  await database.query("delete from pipeline_snapshots where target = 'half forgotten'");
  await forgetTargets(["kept"]);
  expect(await left("kept")).toEqual(ALL);
  expect(await left("recent")).toEqual(ALL);
  expect(await left("old")).toEqual(NOTHING);
  expect(await left("half forgotten")).toEqual(NOTHING);
});

it("goes on another time with what it was not let finish", async () => {
  await known("long gone");
  await database.query(
    "update target_watches set beat_at = now() - interval '31 days' where target = 'long gone'",
  );
  let asked = 0;
  await forgetTargets([], () => {
    asked += 1;
    return asked < 2;
  });
  expect(await left("long gone")).toMatchObject({ watched: true, reaches: 0, executions: EXECUTIONS - 500 });
  await forgetTargets([]);
  expect(await left("long gone")).toEqual(NOTHING);
});

const unwatch = (target: string) =>
  database.query("update target_watches set beat_at = now() - interval '31 days' where target = $1", [
    target,
  ]);

it("of one that is watched again meanwhile it keeps what is left", async () => {
  await known("back");
  await unwatch("back");
  await database.query(`
    create function watch_again() returns trigger language plpgsql as
      $$ begin update target_watches set beat_at = now() where target = 'back'; return null; end $$`);
  await database.query(`
    create trigger watch_again after delete on executions
      for each statement execute function watch_again()`);
  await forgetTargets([]);
  await database.query("drop trigger watch_again on executions");
  expect(await left("back")).toMatchObject({ watched: true, snapshots: 1, executions: EXECUTIONS - 500 });
});

it("a statement that deletes nothing, since another process has those rows, is not taken for the end", async () => {
  await known("two");
  await unwatch("two");
  await database.query("create sequence skipped");
  await database.query(`
    create function skip_first() returns trigger language plpgsql as
      $$ begin if nextval('skipped') <= 500 then return null; end if; return old; end $$`);
  await database.query(`
    create trigger skip_first before delete on executions for each row execute function skip_first()`);
  await forgetTargets(["back"]);
  await database.query("drop trigger skip_first on executions");
  expect(await left("two")).toEqual(NOTHING);
});
