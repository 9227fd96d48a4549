import { Directive, Extensions } from "type-graphql";
import { maskName, maskNumbersIn, maskPhone, maskResidentNumber } from "./codes.ts";
import { holdsPost, Post, type Principal, servesIn } from "./principal.ts";
import { personalTag } from "./schema-directives.ts";

/** Kinds of personal data (个人信息), by how they are masked. */
export enum PersonalKind {
  NAME = "NAME",
  PHONE = "PHONE",
  RESIDENT_NUMBER = "RESIDENT_NUMBER",
  /** A door or a room: what is left names the building at most. */
  ADDRESS = "ADDRESS",
  /** What somebody said or wrote: telephone and resident numbers in it are hidden, the rest stays. */
  TEXT = "TEXT",
}

/** What every subgraph's context says of who asks. */
interface SeenBy {
  readonly principal: Principal | null;
}

/** A rule of the owner's by which a row's value is shown as it is, where it is not `isClear` that decides. */
export type InClear<Row, Context extends SeenBy = SeenBy> = (
  row: Row,
  context: Context,
) => boolean | Promise<boolean>;

/** What `@Personal` leaves on a field for the schema to be built with. */
export interface PersonalField {
  readonly kind: PersonalKind;
  readonly inClear?: InClear<unknown>;
}

/**
 * Personal data: masked for whoever the owner did not show it to, and on record, durably, before an answer with it leaves.
 * Goes beside `@Field` on a nullable or non-null text.
 *
 * @param inClear decides alone, where several departments work on one row and not all of them may read all of it
 */
export const Personal =
  <Row, Context extends SeenBy>(
    kind: PersonalKind,
    inClear?: InClear<Row, Context>,
  ): PropertyDecorator & MethodDecorator =>
  (target: object, property: string | symbol): void => {
    Confided()(target, property as string);
    Extensions({ personal: { kind, inClear } })(target, property as string);
  };

/** Personal data that no mask makes harmless, such as why somebody is in need: its resolver tells it in clear or not at all. */
export const Confided = () => Directive(`@tag(name: "${personalTag}")`);

/** For telephones of officials at work (工作电话): shown to whoever holds a post, masked for residents. */
export const toColleagues: InClear<unknown> = (_, { principal }) =>
  principal !== null && holdsPost(principal);

const masks: Readonly<Record<PersonalKind, (value: string) => string>> = {
  NAME: maskName,
  PHONE: maskPhone,
  RESIDENT_NUMBER: maskResidentNumber,
  ADDRESS: maskAddress,
  TEXT: maskNumbersIn,
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
