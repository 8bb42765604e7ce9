import { describe, expect, test } from "vitest";
import { execution, inbound, revision, stage } from "./testing/line";
import { toStations } from "./to-stations";

describe("toStations", () => {
  test("a stage at rest shows the revision that rests there", () => {
    const [station] = toStations(
      "QUEUED",
      [stage("Prod", { standing: "Failed", revision: revision("3ad8c55") })],
      [],
    );
    expect(station).toMatchObject({
      stage: "Prod",
      standing: "Failed",
      revision: "3ad8c55",
      train: undefined,
    });
  });

  test("a stage at work shows its train and no resting revision", () => {
    const stages = [
      stage("Build", { standing: "InProgress", executionId: "e1", revision: revision("e41c9d2") }),
    ];
    const [station] = toStations("QUEUED", stages, []);
    expect(station?.train).toEqual({ executionId: "e1", label: "e41c9d2", kind: "run" });
    expect(station?.revision).toBeUndefined();
  });

  test("a train that waits for an approval waits for a person", () => {
    const [station] = toStations("QUEUED", [stage("Approve", { standing: "Approval" })], []);
    expect(station?.train?.kind).toBe("person");
  });

  test("a status AWS adds keeps its ticket: nobody knows whether it moves", () => {
    const [station] = toStations("QUEUED", [stage("Canary", { standing: "Draining" })], []);
    expect(station).toMatchObject({ revision: "aaaaaaa", train: undefined });
  });

  test("trains in front of a closed gate wait in AWS's order, those stopped there are gone", () => {
    const waiting = [inbound("41fa0c7"), inbound("dead", { status: "Stopped" }), inbound("5512be0")];
    const stages = [stage("Prod", { inbound: waiting, transition: { enabled: false } })];
    const [station] = toStations("QUEUED", stages, []);
    expect(station?.waiting.map((train) => train.label)).toEqual(["41fa0c7", "5512be0"]);
    expect(station?.gateClosed).toBe(true);
  });

  test("in PARALLEL mode stations count executions inside and show none, but say what they are called", () => {
    const executions = [
      execution("1", { status: "InProgress", stage: "Encode" }),
      execution("2", { status: "InProgress", stage: "Encode" }),
      execution("3", { status: "Succeeded", stage: "Encode" }),
    ];
    const stations = toStations(
      "PARALLEL",
      [stage("Source"), stage("Encode", { standing: "InProgress" })],
      executions,
    );
    expect(stations.map((station) => [station.count, station.train, station.revision])).toEqual([
      [0, undefined, undefined],
      [2, undefined, undefined],
    ]);
    expect(stations.map(({ labels }) => labels)).toEqual([undefined, ["1", "2"]]);
  });

  test("in PARALLEL mode who stands at a closed gate waits in front of its stage and is inside of none", () => {
    const held = { status: "InProgress", standing: "ClosedGate", stage: "Prod" };
    const stages = [stage("Encode"), stage("Prod", { transition: { enabled: false } })];
    const [encode, prod] = toStations("PARALLEL", stages, [execution("2", held), execution("1", held)]);
    expect([encode?.count, prod?.count]).toEqual([0, 0]);
    expect(prod?.waiting.map(({ label }) => label)).toEqual(["1", "2"]);
  });
});
