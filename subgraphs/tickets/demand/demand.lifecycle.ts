import { checkMobileNumber, maskNumbersIn } from "../../shared/codes.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import type { Actor } from "../../shared/move.ts";
import { coversDivision, Post } from "../../shared/principal.ts";
import { unfit } from "../../shared/refusal.ts";
import { maximumFiles } from "../../shared/uploads.ts";
import type { Channel } from "../channel/channel.ts";
import { LimitName } from "../limit/limit-name.ts";
import { requireHeard } from "../petition-day/petition-day.lifecycle.ts";
import type { PetitionDay } from "../petition-day/petition-day.ts";
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
  { place, channel, petitionDay }: { place: Place; channel: Channel; petitionDay: PetitionDay | null },
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
  const { petition = null } = input;
  const heard = { petition, petitionDay, channel: channel.code, divisionCode: place.divisionCode };
  requireHeard({ ...heard, named: input.demander !== undefined }, at);
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
      petitionDayId: petitionDay?.id ?? null,
      seenInPerson: petition?.seenInPerson ?? null,
      cause: writtenIfAny("cause", input.cause, 2_000),
      course: writtenIfAny("course", input.course, 2_000),
    },
    demander: readDemander(input.demander, actor),
  };
}

/** For so long the same words of the same demander are taken for one demand that was sent twice. */
const minutesApart = 10;

/** 重复登记: a bad network sends a demand again under another key. One matter is one ticket (KF-5). */
export function requireFirst(before: Demand | null, { receivedAt }: Pick<Demand, "receivedAt">): void {
  if (!before) return;
  // Two that arrive at once may be written in another order than they came.
  const apart = Math.abs(receivedAt.getTime() - before.receivedAt.getTime());
  if (apart >= minutesApart * 60_000) return;
  throw refuse("DEMAND_SENT_AGAIN", {
    ticket: before.ticketNumber,
    at: before.receivedAt.toISOString(),
    minutes: minutesApart,
  });
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
      throw unfit("PG-13", "demander.creditCode", {
        en: "a firm must give its credit code, a person has none",
        zh: "企业须填统一社会信用代码，自然人不填",
      });
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
