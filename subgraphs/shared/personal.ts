import { Directive, Extensions } from "type-graphql";
import { maskName, maskPhone, maskResidentNumber } from "./codes.ts";
import { Post, type Principal, servesIn } from "./principal.ts";
import { personalTag } from "./schema-directives.ts";

/** Kinds of personal data (个人信息), by how they are masked. */
export enum PersonalKind {
  NAME = "NAME",
  PHONE = "PHONE",
  RESIDENT_NUMBER = "RESIDENT_NUMBER",
  /** A door or a room: what is left names the building at most. */
  ADDRESS = "ADDRESS",
}

/**
 * Personal data: masked for whoever the owner did not show it to, and on record, durably, before an answer with it leaves.
 * Goes beside `@Field` on a nullable or non-null text.
 */
export const Personal =
  (kind: PersonalKind): PropertyDecorator & MethodDecorator =>
  (target: object, property: string | symbol): void => {
    Directive(`@tag(name: "${personalTag}")`)(target, property as string);
    Extensions({ personal: kind })(target, property as string);
  };

const masks: Readonly<Record<PersonalKind, (value: string) => string>> = {
  NAME: maskName,
  PHONE: maskPhone,
  RESIDENT_NUMBER: maskResidentNumber,
  ADDRESS: maskAddress,
};

/** 联升街社区3号楼2单元301 → 联升街社区3号楼****: the building, or the row of houses (第2排5号), stays; the door does not. */
export function maskAddress(address: string): string {
  const [building = ""] = /^.*?(?:第\d+排|\d+号楼|\d+栋|\d+号)/u.exec(address) ?? [];
  return `${building}****`;
}

/** The value as this caller may read it. */
export const shown = (value: unknown, kind: PersonalKind, clear: boolean): unknown =>
  clear || typeof value !== "string" ? value : masks[kind](value);

/**
 * Whether personal data of the coordinate is shown as it is: to residents, who reach what is about themselves and nothing
 * else; to the owner's staff; and to whom the owner granted it in clear.
 */
export function isClear(principal: Principal | null, owner: string, coordinate: string): boolean {
  if (!principal) return false;
  if (principal.post === Post.RESIDENT || servesIn(principal, owner)) return true;
  return principal.access?.clear.includes(coordinate) ?? false;
}
