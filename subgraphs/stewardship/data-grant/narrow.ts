import { refuse } from "../stewardship.errors.ts";
import type { DataGrant } from "./data-grant.ts";
import type { NarrowedGrantInput } from "./data-grant-input.ts";
import { covers, type Extent, readExtent, usualList } from "./extent.ts";

/** The parts of an extent, each with whether the second holds what the first does not. */
const isBeyond: Readonly<Record<keyof Extent, (asked: Extent, granted: Extent) => boolean>> = {
  coordinates: ({ coordinates }, granted) => !granted.coordinates.every((each) => covers(coordinates, each)),
  clear: ({ clear }, granted) => !granted.clear.every((each) => clear.includes(each)),
  validFrom: ({ validFrom }, granted) => granted.validFrom < validFrom,
  validUntil: ({ validUntil }, granted) => granted.validUntil > validUntil,
  listMaximum: ({ listMaximum }, granted) => (granted.listMaximum ?? usualList) > (listMaximum ?? usualList),
};

const parts = Object.keys(isBeyond) as (keyof Extent)[];

export interface Narrowed {
  readonly change: Partial<DataGrant>;
  /** Of what less is granted than was asked for. */
  readonly parts: readonly (keyof Extent)[];
}

/**
 * 部分批准: what is granted of what was asked for, which stays on record beside it. Never more: what it would be needed
 * for nobody has said.
 */
export function narrow(grant: DataGrant, narrowed: NarrowedGrantInput, at: Date): Narrowed {
  const coordinates = narrowed.coordinates ?? grant.coordinates;
  const granted = readExtent(
    {
      coordinates,
      clear: narrowed.clear ?? grant.clear.filter((field) => covers(coordinates, field)),
      validFrom: narrowed.validFrom ?? grant.validFrom,
      validUntil: narrowed.validUntil ?? grant.validUntil,
      listMaximum: narrowed.listMaximum ?? grant.listMaximum,
    },
    at,
  );
  const beyond = parts.filter((part) => isBeyond[part](grant, granted));
  if (beyond.length > 0) throw refuse("DATA_GRANT_WIDER", { number: grant.number, fields: beyond });
  const less = parts.filter((part) => isBeyond[part](granted, grant));
  if (less.length === 0) return { change: {}, parts: less };
  return {
    change: {
      ...granted,
      askedCoordinates: grant.coordinates,
      askedClear: grant.clear,
      askedValidFrom: grant.validFrom,
      askedValidUntil: grant.validUntil,
      askedListMaximum: grant.listMaximum,
    },
    parts: less,
  };
}
