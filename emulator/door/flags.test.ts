import { describe, expect, test } from "vitest";
import { FlagError, parseFlags } from "./flags";

describe("flags", () => {
  test("without any, the company runs in real time on the usual port", () => {
    expect(parseFlags([])).toEqual({
      port: 4599,
      host: "127.0.0.1",
      world: "acme",
      pipelines: 1000,
      executions: 50,
      seed: 1,
      life: true,
      clock: "real",
      speed: 1,
    });
  });

  test("are read as two words and as one with an equals sign", () => {
    const words = ["--port", "0", "--host=::1", "--world", "scale", "--pipelines=10", "--executions", "0"];
    const more = [
      "--seed=4294967295",
      "--life",
      "off",
      "--clock",
      "manual",
      "--speed=0.5",
      "--now",
      "2026-03-04T14:00:00+01:00",
    ];
    expect(parseFlags([...words, ...more, "--rate", "2.5", "--burst=10"])).toEqual({
      port: 0,
      host: "::1",
      world: "scale",
      pipelines: 10,
      executions: 0,
      seed: 4_294_967_295,
      life: false,
      clock: "manual",
      speed: 0.5,
      now: Date.parse("2026-03-04T13:00:00Z"),
      rate: 2.5,
      burst: 10,
    });
  });

  test.each([
    [["--colour", "red"], /^unknown flag "--colour"; known flags: --port --host/],
    [["acme"], /^unknown flag "acme"/],
    [["--toString=1"], /^unknown flag/],
    [["--port"], /^--port needs a value$/],
    [["--port="], /^--port needs a value$/],
    [["--port", "1e3"], /^--port must be a whole number from 0 to 65535, not "1e3"$/],
    [["--host", "a b"], /^--host must be a host name, not "a b"$/],
    [["--world=mars"], /^--world must be one of acme, empty, hostile, scale, not "mars"$/],
    [["--pipelines", "0"], /^--pipelines must be a whole number from 1 to/],
    [["--seed", "-1"], /^--seed must be a whole number/],
    [["--life", "no"], /^--life must be one of on, off, not "no"$/],
    [["--clock", "slow"], /^--clock must be one of real, manual, not "slow"$/],
    [["--now", "noon"], /^--now must be an ISO instant such as/],
    [["--speed", "0"], /^--speed must be a number above 0/],
    [["--rate", "fast"], /^--rate must be a number above 0/],
    [["--burst", "5"], /^--burst needs --rate/],
  ])("%j is refused with one line", (words, message) => {
    expect(() => parseFlags(words)).toThrow(FlagError);
    expect(() => parseFlags(words)).toThrow(message);
    expect(() => parseFlags(words)).not.toThrow(/\n/);
  });
});
