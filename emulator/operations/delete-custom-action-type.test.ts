import { describe, expect, it } from "vitest";
import { SmallWorld } from "./testing/small-world";
import { MakeWorld, madeShop, makeId, makeType } from "./testing/worker";

const id = { category: "Build", provider: "Make", version: "1" };

describe("DeleteCustomActionType", () => {
  it("takes the type out of the lists and ends polling; a second time and for no type at all it succeeds too", () => {
    const make = new MakeWorld();
    expect(make.ask("DeleteCustomActionType", id)).toBeUndefined();
    expect(make.ask("DeleteCustomActionType", id)).toBeUndefined();
    expect(make.ask("DeleteCustomActionType", { ...id, provider: "Nothing" })).toBeUndefined();
    expect(make.ask("ListActionTypes", { actionOwnerFilter: "Custom" })).toEqual({ actionTypes: [] });
    expect(make.refusal("PollForJobs", { actionTypeId: makeId })).toContain("ActionTypeNotFoundException");
  });

  it("lets the worker end what it has taken, and fails what starts later", () => {
    const make = new MakeWorld();
    const job = make.takeJob();
    make.ask("DeleteCustomActionType", id);
    make.ask("PutJobSuccessResult", { jobId: job.id });
    expect(make.go()).toMatchObject({ status: "Succeeded" });
    make.start("shop");
    make.pass(1);
    expect(make.go()).toMatchObject({
      status: "Failed",
      errorDetails: {
        code: "ConfigurationError",
        message: expect.stringContaining("The custom action type of action Go was deleted"),
      },
    });
    expect(make.ask("GetPipeline", { name: "shop" })).toMatchObject({
      pipeline: { stages: [{}, { actions: [{ configuration: { Password: "****" } }] }] },
    });
    expect(make.refusal("UpdatePipeline", { pipeline: madeShop() })).toContain(
      "InvalidActionDeclarationException: The custom action type of action Go was deleted",
    );
  });

  it("is undone by creating the same type again; another one needs another version", () => {
    const small = new SmallWorld();
    small.ask("CreateCustomActionType", makeType);
    small.ask("CreateCustomActionType", { ...makeType, version: "2" });
    small.ask("DeleteCustomActionType", id);
    const other = { ...makeType, settings: {} };
    expect(small.refusal("CreateCustomActionType", other)).toContain(
      "Version: '1') was deleted; its version cannot be used again",
    );
    small.ask("CreateCustomActionType", makeType);
    small.ask("CreateCustomActionType", { ...other, version: "3" });
    const { actionTypes } = small.ask<{ actionTypes: Array<{ id: { version: string } }> }>(
      "ListActionTypes",
      { actionOwnerFilter: "Custom" },
    );
    expect(actionTypes.map((type) => type.id.version)).toEqual(["1", "2", "3"]);
  });
});
