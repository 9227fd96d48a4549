import { describe, expect, it } from "vitest";
import { isDay } from "../../../subgraphs/shared/calendar.ts";
import { checkCreditCode, checkGridCode, checkMobileNumber } from "../../../subgraphs/shared/codes.ts";
import { createWorld, usualWorld } from "../../dataset/world/world.ts";
import { licenceRecords, registerRecord } from "./register-records.ts";

const enterprises = [...createWorld(usualWorld).enterprises()];
const businesses = enterprises.map(registerRecord);
const licences = enterprises.flatMap(licenceRecords);

const dashed = (day: string) => day.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");

describe("the register's sample data", () => {
  it("holds every enterprise of the world once, under codes that are right", () => {
    expect(new Set(businesses.map(({ tyshxydm }) => tyshxydm)).size).toBe(enterprises.length);
    for (const { tyshxydm, wgbm, xzqh, lxdh, clrq, zch } of businesses) {
      expect([checkCreditCode(tyshxydm), checkGridCode(wgbm), checkMobileNumber(lxdh)]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
      expect(wgbm.startsWith(xzqh)).toBe(true);
      expect(isDay(dashed(clrq))).toBe(true);
      expect(zch).toMatch(/^\d{15}$/);
    }
  });

  it("is the same from the same world, whoever reads what first", () => {
    const again = [...createWorld(usualWorld).enterprises()].reverse();
    expect(again.map(registerRecord).reverse()).toEqual(businesses);
    expect(again.flatMap(licenceRecords)).toHaveLength(licences.length);
  });

  it("has businesses in every state, most of them trading", () => {
    const trading = businesses.filter(({ jyzt }) => jyzt === "1").length / businesses.length;
    expect(trading).toBeGreaterThan(0.9);
    expect(new Set(businesses.map(({ jyzt }) => jyzt))).toEqual(new Set(["1", "2", "3", "4", "5"]));
  });

  it("licenses who serves or sells food or medicine, with days that are right, some run out, some renewed", () => {
    const holders = new Set(licences.map(({ tyshxydm }) => tyshxydm));
    const restaurants = enterprises.filter(({ trade }) => trade === "RESTAURANT");
    expect(restaurants.filter(({ creditCode }) => holders.has(creditCode)).length).toBeGreaterThan(
      restaurants.length * 0.9,
    );
    for (const { fzrq, yxqz } of licences) {
      expect(isDay(dashed(fzrq))).toBe(true);
      if (yxqz !== "") expect(isDay(dashed(yxqz)) && fzrq < yxqz).toBe(true);
    }
    expect(licences.some(({ yxqz }) => yxqz !== "" && yxqz < "20261101")).toBe(true);
    expect(licences.length).toBeGreaterThan(holders.size);
  });
});
