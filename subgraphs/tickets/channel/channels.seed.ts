import type { DataSource } from "typeorm";
import { TicketFunction } from "../ticket/ticket-function.ts";
import { Channel } from "./channel.ts";

const { ON_COMPLAINT, PROACTIVE } = TicketFunction;

/** The channels the source texts name. */
export const channels: readonly Channel[] = [
  ["HOTLINE_12345", "Hotline 12345", "12345热线", ON_COMPLAINT],
  ["ENTERPRISE_HOTLINE", "Enterprise service hotline", "企业服务热线", ON_COMPLAINT],
  ["DIGITAL_CITY", "Digital city management platform", "城市管理数字化平台", ON_COMPLAINT],
  ["LETTERS_AND_VISITS", "Letters and visits", "来信来访", ON_COMPLAINT],
  ["PETITION_DAY", "Petition reception day", "信访接待日", ON_COMPLAINT],
  ["SERVICE_HALL", "Government-service centre", "政务服务中心窗口", ON_COMPLAINT],
  ["SNAP_AND_REPORT", "Snap and report", "随手拍", ON_COMPLAINT],
  ["VOICE_REPORT", "Voice report", "语音报", ON_COMPLAINT],
  ["BUILDING_CODE", "Scan of a building's code", "一码通办", ON_COMPLAINT],
  ["OPINION_LINE", "Public-opinion direct line", "民意直通车", PROACTIVE],
  ["DEPUTIES_STUDIO", "Studio of deputies and committee members", "“两代表一委员”工作室", PROACTIVE],
  ["HOUSEHOLD_VISIT", "Household visit", "入户走访", PROACTIVE],
  ["DELIBERATION", "Residents' deliberation", "居民议事", PROACTIVE],
  ["MEDIA", "Media", "媒体", PROACTIVE],
  ["SENSOR", "Sensor", "物联感知", PROACTIVE],
].map(([code, name, nameZh, function_]) =>
  Object.assign(new Channel(), { code, name, nameZh, function: function_ }),
);

/** Adds what is missing; a channel a district has renamed stays as it is. */
export async function seedChannels({ manager }: DataSource): Promise<void> {
  await manager
    .createQueryBuilder()
    .insert()
    .into(Channel)
    .values([...channels])
    .orIgnore()
    .execute();
}
