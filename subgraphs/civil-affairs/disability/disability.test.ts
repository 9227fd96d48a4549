import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { li, openLiansheng, people } from "../civil-affairs.fixtures.ts";
import { certificateSuffix, checkCertificateNumber } from "./certificate-number.ts";
import { DisabilityCategory, DisabilityGrade } from "./disability-grade.ts";

describe("the number of a disability certificate (GB/T 26341)", () => {
  const mental = { category: DisabilityCategory.MENTAL, grade: DisabilityGrade.TWO };

  it.each([
    ["11010519491231002X62", undefined],
    ["11010519491231002X61", "CERTIFICATE_NUMBER_GRADE"],
    ["11010519491231002X42", "CERTIFICATE_NUMBER_GRADE"],
    ["11010519491231002X82", "CERTIFICATE_NUMBER_SHAPE"],
    ["11010519491231002X65", "CERTIFICATE_NUMBER_SHAPE"],
    ["11010519491231002X", "CERTIFICATE_NUMBER_SHAPE"],
    ["11010519491231002x62", "CERTIFICATE_NUMBER_SHAPE"],
    ["11010519491231002162", "RESIDENT_NUMBER_CHECK_DIGIT"],
    ["11010519491331002X62", "RESIDENT_NUMBER_BIRTH_DATE"],
  ])("%s for mental, grade two: %s", (number, finding) => {
    expect(checkCertificateNumber(number, mental)?.code).toBe(finding);
  });

  it("tells seven categories and four grades apart", () => {
    const suffixes = Object.values(DisabilityCategory).flatMap((category) =>
      Object.values(DisabilityGrade).map((grade) => certificateSuffix(category, grade)),
    );
    expect(suffixes).toEqual(
      [1, 2, 3, 4, 5, 6, 7].flatMap((category) => [1, 2, 3, 4].map((grade) => `${category}${grade}`)),
    );
  });
});

describe("a disability as certified", () => {
  let subgraph: TestSubgraph;
  beforeAll(async () => {
    subgraph = await openLiansheng();
  });
  afterAll(() => subgraph.close());

  it.each([
    ["on the certificate's last day", "2030-05-05", true],
    ["the day after", "2030-05-06", false],
  ])("is shown %s: %s, %s", async (_, day, shown) => {
    const { data } = await subgraph.ask<{ _entities: [{ disability: object | null }] }>(
      `{ _entities(representations: [{ __typename: "Resident", id: "${li}" }]) {
        ... on Resident { disability { category grade source issuedOn validUntil retainUntil } } } }`,
      {},
      { as: people.chief, at: new Date(`${day}T12:00:00+08:00`) },
    );
    expect(data._entities[0].disability).toEqual(
      shown
        ? {
            category: "PHYSICAL",
            grade: "TWO",
            source: "REGISTER_EXCHANGE",
            issuedOn: "2020-05-06",
            validUntil: "2030-05-05",
            retainUntil: "2032-05-05",
          }
        : null,
    );
  });
});
