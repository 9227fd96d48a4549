import { checkMobileNumber, maskNumbersIn } from "../../shared/codes.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import type { Actor } from "../../shared/move.ts";
import { coversDivision, Post } from "../../shared/principal.ts";
import { maximumFiles } from "../../shared/uploads.ts";
import type { Channel } from "../channel/channel.ts";
import { LimitName } from "../limit/limit-name.ts";
import type { Ticket } from "../ticket/ticket.ts";
import { TicketState } from "../ticket/ticket-state.ts";
import { refuse } from "../tickets.errors.ts";
import { written, writtenIfAny } from "../written.ts";
import type { Demand } from "./demand.ts";
import type { Demander } from "./demander.ts";
import { DemanderKind } from "./demander-kind.ts";
import type { Place } from "./place.ts";
import type { DemanderInput, ReportDemandInput } from "./report-demand.input.ts";
import { Urgency } from "./urgency.ts";

/** Posts that take demands in, each for its own place; a resident reports wherever they are. */
const intakePosts: readonly Post[] = [
  Post.GRID_MEMBER,
  Post.COMMUNITY_STAFF,
  Post.COMMUNITY_SECRETARY,
  Post.SUBDISTRICT_LEADER,
  Post.CENTRE_DISPATCHER,
];

export interface Received {
  readonly ticket: Omit<Partial<Ticket>, "number">;
  readonly demand: Omit<Partial<Demand>, "number">;
  readonly demander: Partial<Demander> | null;
}

/** The class of limit a demand starts under; the dispatcher may choose another when matching. */
export const limitAtIntake = (urgency: Urgency): LimitName =>
  urgency === Urgency.CRITICAL ? LimitName.EMERGENCY : LimitName.ORDINARY;

/** 随手拍 / 接件: one call from open to upload (ZY-9). Everything is judged before anything is written. */
export function receiveDemand(
  input: ReportDemandInput,
  { place, channel }: { place: Place; channel: Channel },
  actor: Actor,
): Received {
  const { principal, at } = actor;
  const resident = principal.post === Post.RESIDENT;
  const covered = coversDivision(
    { ...principal, division: principal.division.slice(0, 12) },
    place.divisionCode,
  );
  if (!resident && !(intakePosts.includes(principal.post) && covered)) {
    throw refuse("NO_INTAKE_HERE", {
      post: principal.post,
      unit: principal.unit,
      division: place.divisionCode,
    });
  }
  const text = written("text", input.text);
  if (input.happenedAt && input.happenedAt > at) {
    throw badInput("happenedAt", "it lies in the future", "时间晚于当前时刻");
  }
  if (input.media.length > maximumFiles || new Set(input.media).size < input.media.length) {
    throw refuse("TOO_MANY_MEDIA", { maximum: maximumFiles });
  }
  // A title is read by everybody who sees the ticket.
  const title = maskNumbersIn(input.title?.trim() || text).slice(0, 60);
  // What is worked proactively or under a whistle is counted apart: not for the demander to say (PG-1).
  const function_ = (resident ? null : input.function) ?? channel.function;
  const { divisionCode, gridCode, estateCode } = place;
  const common = { kind: input.kind, channelCode: channel.code, urgency: input.urgency, receivedAt: at };
  return {
    ticket: {
      ...common,
      title,
      state: TicketState.RECEIVED,
      function: function_,
      origin: function_,
      divisionCode,
      gridCode,
      estateCode,
      discoveredAt: input.happenedAt ?? at,
    },
    demand: {
      ...common,
      ...place,
      text,
      who: writtenIfAny("who", input.who, 500),
      happenedAt: input.happenedAt ?? null,
      cause: writtenIfAny("cause", input.cause, 2_000),
      course: writtenIfAny("course", input.course, 2_000),
    },
    demander: readDemander(input.demander, actor),
  };
}

function readDemander(given: DemanderInput | undefined, { principal }: Actor): Partial<Demander> | null {
  const resident = principal.post === Post.RESIDENT;
  if (!given) {
    if (!resident) return null;
    const { id, name } = principal;
    return { kind: DemanderKind.PERSON, identity: `person:${id}`, name, personId: id };
  }
  const name = given.name.trim();
  if (!name || name.length > 100) throw badInput("demander.name", "1 to 100 characters", "1 至 100 字");
  if (given.phone !== undefined && !isPhone(given.phone)) {
    throw badInput(
      "demander.phone",
      "a mobile number, or a fixed line with its area code",
      "应为手机号码，或带区号的固定电话",
    );
  }
  if ((given.kind === DemanderKind.FIRM) !== (given.creditCode !== undefined)) {
    if (given.kind !== DemanderKind.BODY) {
      throw badInput(
        "demander.creditCode",
        "a firm must give its credit code, a person has none",
        "企业须填统一社会信用代码，自然人不填",
      );
    }
  }
  const { kind, phone = null, creditCode = null } = given;
  const common = { kind, name, phone, creditCode };
  // What a resident says about phone or firm is a claim: it must not open the rows of whoever they really belong to.
  if (resident) return { ...common, identity: `person:${principal.id}`, personId: principal.id };
  // Who called, the token vouches for: they follow what was taken in for them as if they had reported it themselves.
  const { onBehalfOf } = principal;
  if (onBehalfOf && kind === DemanderKind.PERSON) {
    return { ...common, identity: `person:${onBehalfOf}`, personId: onBehalfOf };
  }
  const identity = creditCode ? `firm:${creditCode}` : phone ? `phone:${phone}` : null;
  return { ...common, identity };
}

const isPhone = (text: string): boolean => !checkMobileNumber(text) || /^0\d{2,3}-?\d{7,8}$/.test(text);

const badInput = (field: string, problem: string, problemZh: string) =>
  refuseShared("BAD_INPUT", { field, problem, problemZh });
