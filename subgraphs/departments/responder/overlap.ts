import { QueryFailedError } from "typeorm";
import { refuse } from "../departments.errors.ts";

/** PostgreSQL's code for two rows an exclusion constraint does not allow side by side. */
const exclusionViolation = "23P01";

/** Turns the database's refusal of two holders at one time into ours; the constraint is the rule, this is its voice. */
export async function refuseOverlap<Answer>(
  appointment: { unit: string; role: string; roleZh: string; place: string },
  write: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof QueryFailedError && error.driverError.code === exclusionViolation) {
      throw refuse("ALREADY_APPOINTED", appointment);
    }
    throw error;
  }
}
