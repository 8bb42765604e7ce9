import { describe, expect, it } from "vitest";
import { ServiceError } from "../engine/service-error";
import { defineOperation } from "./operation";
import { registry } from "./registry";
import { SmallWorld } from "./testing/small-world";

describe("execute", () => {
  it("refuses an operation it does not know with 404", () => {
    const small = new SmallWorld();
    try {
      small.ask("MakeCoffee", {});
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: "UnknownOperationException", status: 404 });
    }
  });

  it("checks the input of every operation before it acts", () => {
    const small = new SmallWorld();
    for (const name of registry.keys())
      expect(small.refusal(name, "text")).toContain("SerializationException");
  });

  it("takes an error its operation does not list for a mistake of ours", () => {
    const small = new SmallWorld();
    const broken = defineOperation({
      name: "Broken",
      input: "ListPipelinesInput",
      errors: ["InvalidNextToken"],
      run() {
        throw new ServiceError("ConflictException", "busy");
      },
    });
    expect(() => broken.call(small.world, small.ctx, {})).toThrow(
      "Broken does not list ConflictException: busy",
    );
  });

  it("passes errors on that are no refusals", () => {
    const small = new SmallWorld();
    const broken = defineOperation({
      name: "Broken",
      input: "ListPipelinesInput",
      errors: [],
      run() {
        throw new RangeError("a mistake");
      },
    });
    expect(() => broken.call(small.world, small.ctx, {})).toThrow(RangeError);
  });
});
