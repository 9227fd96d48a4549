import type { Weighted } from "../random.ts";

/** Codes of the channels that the source texts name (诉求渠道, KF-5). */
export const channelCodes = [
  "HOTLINE_12345",
  "ENTERPRISE_HOTLINE",
  "DIGITAL_CITY",
  "LETTERS_AND_VISITS",
  "PETITION_DAY",
  "SERVICE_HALL",
  "SNAP_AND_REPORT",
  "VOICE_REPORT",
  "BUILDING_CODE",
  "OPINION_LINE",
  "DEPUTIES_STUDIO",
  "HOUSEHOLD_VISIT",
  "DELIBERATION",
  "MEDIA",
  "SENSOR",
] as const;
export type ChannelCode = (typeof channelCodes)[number];

/** Whose words a demand is kept in. */
export type Voice =
  /** 话务员 notes what a caller says. */
  | "OPERATOR"
  /** 居民 writes. */
  | "RESIDENT"
  /** 居民 speaks into the phone. */
  | "SPEAKER"
  /** 信息采集员 on patrol. */
  | "PATROL"
  /** 网格员 on a visit. */
  | "MEMBER"
  | "LETTER"
  | "DEPUTY"
  | "NETIZEN"
  | "MEETING"
  | "FIRM"
  | "SENSOR";

/** When in the day a channel is used: all round, by day, in office hours. */
export type Hours = "ROUND" | "DAY" | "OFFICE";

export interface ChannelHabit {
  readonly voice: Voice;
  readonly hours: Hours;
  /** How often it comes with a position, and by which datum (坐标系). */
  readonly positioned: number;
  readonly datum: "WGS84" | "GCJ02" | "BD09";
  /** PROACTIVE channels feed the pool of 未诉先办 (PG-14). */
  readonly proactive?: true;
}

/** Mini-programmes report GCJ-02, as every map on a phone does; the handhelds of city management WGS-84. */
export const channelHabits: Readonly<Record<ChannelCode, ChannelHabit>> = {
  HOTLINE_12345: { voice: "OPERATOR", hours: "ROUND", positioned: 0.12, datum: "BD09" },
  ENTERPRISE_HOTLINE: { voice: "FIRM", hours: "OFFICE", positioned: 0.1, datum: "BD09" },
  DIGITAL_CITY: { voice: "PATROL", hours: "DAY", positioned: 1, datum: "WGS84" },
  LETTERS_AND_VISITS: { voice: "LETTER", hours: "OFFICE", positioned: 0, datum: "WGS84" },
  PETITION_DAY: { voice: "LETTER", hours: "OFFICE", positioned: 0, datum: "WGS84" },
  SERVICE_HALL: { voice: "OPERATOR", hours: "OFFICE", positioned: 0, datum: "WGS84" },
  SNAP_AND_REPORT: { voice: "RESIDENT", hours: "ROUND", positioned: 0.97, datum: "GCJ02" },
  VOICE_REPORT: { voice: "SPEAKER", hours: "ROUND", positioned: 0.9, datum: "GCJ02" },
  BUILDING_CODE: { voice: "RESIDENT", hours: "ROUND", positioned: 0.5, datum: "GCJ02" },
  OPINION_LINE: { voice: "RESIDENT", hours: "ROUND", positioned: 0.7, datum: "GCJ02", proactive: true },
  DEPUTIES_STUDIO: { voice: "DEPUTY", hours: "OFFICE", positioned: 0, datum: "WGS84", proactive: true },
  HOUSEHOLD_VISIT: { voice: "MEMBER", hours: "DAY", positioned: 0.8, datum: "GCJ02", proactive: true },
  DELIBERATION: { voice: "MEETING", hours: "OFFICE", positioned: 0, datum: "WGS84", proactive: true },
  MEDIA: { voice: "NETIZEN", hours: "DAY", positioned: 0, datum: "WGS84", proactive: true },
  SENSOR: { voice: "SENSOR", hours: "ROUND", positioned: 1, datum: "WGS84", proactive: true },
};

/** How people reach government. */
export const channelsOfPeople: Weighted<ChannelCode> = [
  ["HOTLINE_12345", 56],
  ["SNAP_AND_REPORT", 9],
  ["VOICE_REPORT", 3],
  ["BUILDING_CODE", 5],
  ["OPINION_LINE", 5],
  ["HOUSEHOLD_VISIT", 6],
  ["DIGITAL_CITY", 6],
  ["LETTERS_AND_VISITS", 3],
  ["PETITION_DAY", 1.5],
  ["SERVICE_HALL", 2.5],
  ["DEPUTIES_STUDIO", 1.2],
  ["DELIBERATION", 1],
  ["MEDIA", 0.8],
];

export const channelsOfFirms: Weighted<ChannelCode> = [
  ["ENTERPRISE_HOTLINE", 62],
  ["HOTLINE_12345", 26],
  ["SERVICE_HALL", 8],
  ["OPINION_LINE", 4],
];
