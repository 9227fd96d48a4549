import { z } from "zod";
import { TimeLimitUnit } from "../../../shared/calendar.ts";
import { checkDivisionCode } from "../../../shared/codes.ts";
import { Post } from "../../../shared/principal.ts";
import { ClockBearer, ClockStep } from "../whistle-clock.ts";

/** The kinds of unit a whistle can call, as the departments subgraph names them. */
export const unitKinds = [
  "DISTRICT_GOVERNMENT",
  "DEPARTMENT",
  "SUBDISTRICT_OFFICE",
  "COMMUNITY_OFFICE",
  "VILLAGE_COMMITTEE",
  "INTERNAL_OFFICE",
  "PUBLIC_INSTITUTION",
  "STATION",
  "ENFORCEMENT_TEAM",
  "GOVERNANCE_CENTRE",
  "COMMAND_CENTRE",
  "PARTY_BRANCH",
  "COMPANY",
] as const;

/** What a blower's unit is, told by its code: a territorial body of some level, or a department of the district. */
export const bodies = ["COMMUNITY", "SUBDISTRICT", "DISTRICT", "DEPARTMENT"] as const;
/** Inside which division of the whistle the called units must lie. */
export const reaches = ["COMMUNITY", "SUBDISTRICT", "DISTRICT"] as const;

const text = z.string().trim().min(1);
const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/);
const rules = z.array(z.string().regex(/^(KF|GZ|PG|ZY|BJ)-\d+$/));
const posts = z.array(z.enum(Post).exclude([Post.SERVICE]));
const kindsOfUnit = z.array(z.enum(unitKinds)).min(1);
const named = { code, name: text, nameZh: text, rules };

/**
 * Where a number comes from: the rule whose text states it, and for whatever no text states, the reason for the value
 * chosen. 第一时间 ("at once") and 规定时间 ("the prescribed time") are no numbers, so a district has to choose one.
 */
const origin = { rule: text.optional(), configured: text.optional() };
const escalatesTo = z.enum(["CHIEF_RESPONDER", "NEXT_LEVEL"]);

const clock = z.strictObject({
  step: z.enum(ClockStep).exclude([ClockStep.CHECKPOINT]),
  of: z.enum(ClockBearer),
  amount: z.number().positive(),
  unit: z.enum(TimeLimitUnit),
  escalatesTo,
  ...origin,
});

const checkpoints = z.strictObject({
  after: z.array(z.number().int().positive()).min(1),
  unit: z.enum([TimeLimitUnit.WORKING_DAYS, TimeLimitUnit.CALENDAR_DAYS]),
  escalatesTo,
  ...origin,
});

const kind = z.strictObject({
  ...named,
  level: z.number().int().positive(),
  raisesTo: code.nullable(),
  blowers: z.array(
    z.strictObject({
      posts: posts.min(1),
      body: z.enum(bodies),
      /** The blower's whistle waits in the pool until one of `screenedBy` lets it through. */
      screened: z.boolean(),
      /** Only the unit that handles the ticket may blow (PG-3). */
      handlesTicket: z.boolean(),
    }),
  ),
  screenedBy: posts,
  lead: z.strictObject({ kinds: kindsOfUnit, reach: z.enum(reaches), isBlower: z.boolean() }),
  assisting: z.strictObject({
    kinds: kindsOfUnit,
    reach: z.enum(reaches),
    min: z.number().int().nonnegative(),
    max: z.number().int().nonnegative(),
  }),
  /** Who of a called unit may sign, arrive and issue measures. */
  answeredBy: posts,
  /** Who is called by name: the designated responder of the place (KF-11) or the principal officer (KF-12). */
  calls: z.enum(["RESPONDER", "CHIEF_RESPONDER"]),
  filedWith: z.array(z.enum(["SUBDISTRICT", "DISTRICT"])),
  requires: z.strictObject({
    ticket: z.boolean(),
    /** The community has checked on site before (KF-7). */
    verification: z.boolean(),
    /** Every called unit cites a power or duty item, or answers by contract (PG-4, PG-5). */
    citation: z.boolean(),
  }),
  themes: z.array(code),
  /** Themes worked by the six-character method: not resolved before a task force was formed (PG-11). */
  taskForceFor: z.array(code),
  clocks: z.array(clock),
  checkpoints: checkpoints.nullable(),
  assembly: z.array(
    z.strictObject({ ...named, group: z.enum(["ONE", "FOUR", "MANY"]), required: z.boolean() }),
  ),
  confirmedBy: z.enum(["BLOWER", "CENTRE"]),
  evaluatedBy: z.enum(["BLOWER", "CENTRE"]),
});

/** The shape of a whistle profile (吹哨规则): how one district's whistles are blown, answered and judged. */
export const whistleProfileSchema = z.strictObject({
  district: z
    .string()
    .regex(/^\d{6}$/)
    .refine((value) => checkDivisionCode(value) === undefined),
  version: z.number().int().positive(),
  name: text,
  nameZh: text,
  validFrom: z.iso.date(),
  source: text,
  workingHours: z.array(z.strictObject({ from: text, to: text })),
  themes: z.array(z.strictObject(named)),
  sources: z.array(z.strictObject(named)).min(1),
  arbiters: posts,
  misuseRuledBy: posts,
  kinds: z.array(kind).min(1),
});

export type WhistleRules = z.infer<typeof whistleProfileSchema>;
export type WhistleKindRules = z.infer<typeof kind>;
export type ClockRules = z.infer<typeof clock>;
