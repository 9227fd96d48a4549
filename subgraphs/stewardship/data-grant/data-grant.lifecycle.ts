import { checkPowerItemCode } from "../../shared/codes.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { type Actor, type Move, movesFrom } from "../../shared/move.ts";
import { forbidden, unfit } from "../../shared/refusal.ts";
import { requireOwner, requireOwnerOrBureau } from "../require-owner.ts";
import { requireText } from "../require-text.ts";
import { refuse } from "../stewardship.errors.ts";
import { speaksFor } from "../visibility.ts";
import type { DataGrant } from "./data-grant.ts";
import { DataGrantState } from "./data-grant-enums.ts";
import type { NarrowedGrantInput, RequestDataGrantInput } from "./data-grant-input.ts";
import { type Extent, readExtent } from "./extent.ts";
import { narrow } from "./narrow.ts";

/** From which state a step is legal. Illegal steps are refused here and nowhere else. */
const from = {
  approve: [DataGrantState.REQUESTED],
  refuse: [DataGrantState.REQUESTED],
  revoke: [DataGrantState.APPROVED],
} as const satisfies Record<string, readonly DataGrantState[]>;

function requireState({ number, state }: DataGrant, move: keyof typeof from): void {
  const states: readonly DataGrantState[] = from[move];
  if (states.includes(state)) return;
  throw refuse("DATA_GRANT_ILLEGAL_MOVE", {
    number,
    state,
    move,
    states,
    moves: movesFrom<keyof typeof from, DataGrantState>(from, state),
  });
}

const consumers = /^\d{6}(-[A-Z]+(-[A-Z]+)*|\d{3}|\d{6})?$/;

/** An agreement's number (协议编号), as told from a power item's code. */
export const isAgreementNumber = (purpose: string): boolean => /^\d{6}-A-\d{4,}$/.test(purpose);

const mostPurposes = 50;

const badInput = (field: string, problem: string, problemZh: string) =>
  refuseShared("BAD_INPUT", { field, problem, problemZh });

type Terms = Pick<DataGrant, "consumer" | "posts" | "purposes" | "rows"> & Extent;

function readTerms(input: RequestDataGrantInput, at: Date): Terms {
  const { consumer, posts, rows } = input;
  if (!consumers.test(consumer)) {
    throw unfit("OWNER-DECIDES", "consumer", {
      en: "is no code of a district's unit or of a division in it",
      zh: "不是区级单位代码或其辖内区划代码",
    });
  }
  if (posts?.length === 0) throw badInput("posts", "name a post, or leave them out", "请列出岗位，或不填");
  const purposes = [...new Set(input.purposes.map((purpose) => purpose.trim()))].sort();
  const isBasis = (purpose: string) => !checkPowerItemCode(purpose) || isAgreementNumber(purpose);
  if (purposes.length === 0 || purposes.length > mostPurposes || !purposes.every(isBasis)) {
    throw unfit("OWNER-DECIDES", "purposes", {
      en: `give 1 to ${mostPurposes} power item codes or agreement numbers`,
      zh: `须为 1 至 ${mostPurposes} 个职权编码或协议编号`,
    });
  }
  return { consumer, posts: posts ? [...new Set(posts)] : null, purposes, rows, ...readExtent(input, at) };
}

export const grantedAsAsked = {
  askedCoordinates: null,
  askedClear: null,
  askedValidFrom: null,
  askedValidUntil: null,
  askedListMaximum: null,
} as const;

/** 申请: by whoever speaks for the body that is to read. It opens nothing yet. */
export function requestGrant(
  input: RequestDataGrantInput,
  ownerUnit: string,
  actor: Actor,
): Omit<DataGrant, "number" | "districtCode"> {
  const terms = readTerms(input, actor.at);
  const { principal, at } = actor;
  if (!speaksFor(principal, terms.consumer)) {
    throw forbidden("OWNER-DECIDES", principal, {
      en: `a grant to ${terms.consumer} is asked for by its data steward, its principal officer or its leader`,
      zh: `须由 ${terms.consumer} 的数据管理员、主要负责人或领导申请`,
    });
  }
  if (terms.consumer === ownerUnit) {
    throw unfit("OWNER-DECIDES", "consumer", {
      en: "owns the data and needs no grant",
      zh: "即数据责任单位，无须授权",
    });
  }
  return {
    ...terms,
    state: DataGrantState.REQUESTED,
    owner: input.owner,
    ownerUnit,
    caseNumber: null,
    ...grantedAsAsked,
    requestedAt: at,
    requestedBy: principal.id,
    requestedByUnit: principal.unit,
    requestedByPost: principal.post,
    requestReason: requireText("reason", input.reason, 2_000),
    decidedAt: null,
    decidedBy: null,
    decidedByUnit: null,
    decisionReason: null,
    revokedAt: null,
    revokedByUnit: null,
    revocationReason: null,
    version: 1,
  };
}

/** 批准: by the owner, as asked for or less of it. */
export function approveGrant(
  grant: DataGrant,
  reason: string,
  actor: Actor,
  narrowed: NarrowedGrantInput = {},
): Move<DataGrant> {
  const decision = decided(grant, "approve", reason, actor);
  if (actor.at >= grant.validUntil) {
    throw refuse("DATA_GRANT_PAST", { number: grant.number, until: grant.validUntil.toISOString() });
  }
  const { change, parts } = narrow(grant, narrowed, actor.at);
  return {
    change: { state: DataGrantState.APPROVED, ...change, ...decision },
    kind: "DATA_GRANT_APPROVED",
    payload: { ...logged(grant), ...(parts.length > 0 && { narrowed: parts }) },
  };
}

/** 驳回: by the owner. */
export function refuseGrant(grant: DataGrant, reason: string, actor: Actor): Move<DataGrant> {
  return {
    change: { state: DataGrantState.REFUSED, ...decided(grant, "refuse", reason, actor) },
    kind: "DATA_GRANT_REFUSED",
    payload: logged(grant),
  };
}

function decided(
  grant: DataGrant,
  move: "approve" | "refuse",
  reason: string,
  actor: Actor,
): Partial<DataGrant> {
  const { principal, at } = actor;
  requireOwner(grant.ownerUnit, actor);
  if (principal.id === grant.requestedBy) throw refuse("DATA_GRANT_OWN_REQUEST", { number: grant.number });
  requireState(grant, move);
  return {
    decidedAt: at,
    decidedBy: principal.id,
    decidedByUnit: principal.unit,
    decisionReason: requireText("reason", reason, 2_000),
  };
}

/** 撤销: by the owner, or by the data bureau's steward, who may revoke any of the district. */
export function revokeGrant(grant: DataGrant, reason: string, actor: Actor): Move<DataGrant> {
  requireOwnerOrBureau(grant.ownerUnit, actor);
  requireState(grant, "revoke");
  return {
    change: revocation(requireText("reason", reason, 2_000), actor),
    kind: "DATA_GRANT_REVOKED",
    payload: logged(grant),
  };
}

export const revocation = (reason: string, { principal, at }: Actor): Partial<DataGrant> => ({
  state: DataGrantState.REVOKED,
  revokedAt: at,
  revokedByUnit: principal.unit,
  revocationReason: reason,
});

/** Approved, and its time has come and is not over. */
export const isInForce = ({ state, validFrom, validUntil }: DataGrant, at: Date): boolean =>
  state === DataGrantState.APPROVED && validFrom <= at && at < validUntil;

export const logged = ({ number, owner, ownerUnit, consumer }: DataGrant) => ({
  grant: number,
  owner,
  from: ownerUnit,
  to: consumer,
});
