import type { DataSource } from "typeorm";
import { seedChannels } from "./channel/channels.seed.ts";
import { seedTrendRules } from "./class-problem/trend-rules.seed.ts";
import { seedTimeLimits } from "./limit/time-limits.seed.ts";
import { seedReminderRules } from "./reminder/reminder-rules.seed.ts";
import { seedWhistleProfiles } from "./whistle/profile/whistle-profile.seed.ts";

/** Rules that are data and come with the code. What a district has set of its own stays. */
export async function seedTickets(database: DataSource): Promise<void> {
  await seedChannels(database);
  await seedTimeLimits(database);
  await seedTrendRules(database);
  await seedReminderRules(database);
  await seedWhistleProfiles(database);
}
