import { z } from "zod";
import { TimeLimitUnit } from "../../../shared/calendar.ts";
import { checkDivisionCode } from "../../../shared/codes.ts";
import { Post } from "../../../shared/principal.ts";
import { Urgency } from "../../demand/urgency.ts";
import { ClockBearer, ClockStep } from "../whistle-clock.ts";
import { bodies, reaches, type UnitKind, unitKinds } from "./unit-kinds.ts";

const text = z.string().trim().min(1);
const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/);
/** A rule by its id: the letters and digits of the text it comes from, and its place there. */
const rule = z.string().regex(/^[A-Z][A-Z0-9]+-\d+$/);
const rules = z.array(rule);
const posts = z.array(z.enum(Post).exclude([Post.SERVICE]));
const kindsOfUnit = z.array(z.enum(Object.keys(unitKinds) as [UnitKind, ...UnitKind[]])).min(1);
const named = { code, name: text, nameZh: text, rules };

/**
 * Where a number comes from: the rule whose text states it, and for whatever no text states, the reason for the value
 * chosen. 第一时间 ("at once") and 规定时间 ("the prescribed time") are no numbers, so a district has to choose one.
 */
const origin = { rule: text.optional(), configured: text.optional(), configuredZh: text.optional() };
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
  /** Who must be told in the same moment: notice, not approval (KF-9). */
  filedWith: z.array(z.enum(["SUBDISTRICT", "DISTRICT", "CENTRE"])),
  requires: z.strictObject({
    ticket: z.boolean(),
    /** The community has checked on site before (KF-7). */
    verification: z.boolean(),
    /** Every called unit cites a power or duty item, or answers by contract (PG-4, PG-5). */
    citation: z.boolean(),
    /** Whoever arrives says where they are (GZ-16). */
    checkIn: z.boolean().optional(),
    /** A ticket of at least this urgency: what lets a level be passed over (ZY-15). */
    urgency: z.enum([Urgency.URGENT, Urgency.CRITICAL]).optional(),
  }),
  themes: z.array(code),
  /** Themes worked by the six-character method: not resolved before a task force was formed (PG-11). */
  taskForceFor: z.array(code),
  clocks: z.array(clock),
  checkpoints: checkpoints.nullable(),
  assembly: z.array(
    z.strictObject({ ...named, group: z.enum(["ONE", "FOUR", "MANY", "MEDIATORS"]), required: z.boolean() }),
  ),
  confirmedBy: z.enum(["BLOWER", "CENTRE"]),
  evaluatedBy: z.enum(["BLOWER", "CENTRE"]),
  /** What of the kind no text states, and why it is so. */
  configured: text.optional(),
  configuredZh: text.optional(),
});

/**
 * The shape of a whistle profile (吹哨规则): how one district's whistles are blown, answered and judged. What was added
 * after versions were loaded is optional and has no default: those versions read as they were written.
 */
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
  /** The rules it cites, in their own words; with them, it cites no other. */
  texts: z.array(z.strictObject({ rule, text, textZh: text })).optional(),
  /** False where the district has no command centre; it has one where nothing is said. */
  commandCentre: z.boolean().optional(),
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
