import type { ChannelCode } from "../demands/channels.ts";
import type { WhistleProfileCode } from "../districts.ts";

interface Sources {
  /** Where a need came from that came by no channel of its own. */
  readonly usual: string;
  readonly byChannel: Readonly<Partial<Record<ChannelCode, string>>>;
}

/** 哨源: how each practice names where a need came from. */
const sources: Readonly<Record<WhistleProfileCode, Sources>> = {
  KF: {
    usual: "HOTLINE",
    byChannel: {
      HOUSEHOLD_VISIT: "VISIT",
      DELIBERATION: "DELIBERATION",
      DIGITAL_CITY: "DIGITAL_CITY",
      DEPUTIES_STUDIO: "DEPUTIES",
      LETTERS_AND_VISITS: "PETITION",
      PETITION_DAY: "PETITION",
    },
  },
  PG: {
    usual: "RESIDENT",
    byChannel: {
      ENTERPRISE_HOTLINE: "ENTERPRISE",
      MEDIA: "MEDIA",
      DEPUTIES_STUDIO: "DEPUTIES",
      DELIBERATION: "VILLAGE",
    },
  },
  ZY: {
    usual: "ONE_NUMBER",
    byChannel: {
      BUILDING_CODE: "BUILDING_CODE",
      SNAP_AND_REPORT: "SNAP",
      VOICE_REPORT: "VOICE",
      HOUSEHOLD_VISIT: "FOUR_SITUATIONS",
    },
  },
  GZ: {
    usual: "HOTLINE",
    byChannel: { PETITION_DAY: "PETITION_DAY", HOUSEHOLD_VISIT: "GRID" },
  },
  BJ: { usual: "HOTLINE", byChannel: { DIGITAL_CITY: "CITY_MANAGEMENT" } },
};

export const sourceOf = (profile: WhistleProfileCode, channel: ChannelCode): string =>
  sources[profile].byChannel[channel] ?? sources[profile].usual;
