import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SentFetch, type WatchedGateway, watchedGateway } from "./fetch-waves.ts";
import { referenceAnswers, shapes } from "./workload.ts";

describe("the gateway workload", () => {
  let gateway: WatchedGateway;
  beforeAll(async () => {
    gateway = await watchedGateway();
  });
  afterAll(() => gateway.stop());

  it.each(shapes)("$name: our gateway answers every request as one schema does", async (shape) => {
    const references = await referenceAnswers(shape);
    for (const [index, variables] of shape.variables.entries()) {
      const { data, errors } = await gateway.ask(shape.operation, variables);
      expect(errors).toEqual([]);
      expect(data).toEqual(references[index]);
    }
  });

  it.each(shapes)(
    "$name: takes $fetches fetches in $requests requests",
    async ({ operation, variables, fetches, requests }) => {
      const { waves } = await gateway.ask(operation, variables[0] ?? {});
      const fetchesIn = ({ question }: SentFetch) => question.operation.split("_entities(").length - 1 || 1;
      expect(waves.flat()).toHaveLength(requests);
      expect(waves.flat().reduce((sum, request) => sum + fetchesIn(request), 0)).toBe(fetches);
    },
  );

  it("asks as much at once as the joins allow", async () => {
    const waves = async (name: string) => {
      const shape = shapes.find((each) => each.name === name);
      const asked = await gateway.ask(shape?.operation ?? "", shape?.variables[0] ?? {});
      return asked.waves.map((wave) => wave.map(({ subgraph }) => subgraph).sort());
    };
    expect(await waves("different")).toEqual([["tickets"], ["evaluation", "grids"], ["departments"]]);
    expect((await waves("deep")).map(({ length }) => length)).toEqual([2, 5, 3, 3]);
  });
});
