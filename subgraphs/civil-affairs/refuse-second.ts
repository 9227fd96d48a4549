import { QueryFailedError } from "typeorm";

const uniqueViolation = "23505";

/** Turns the database's refusal of a second row into ours: the constraint is the rule, this is its voice. */
export async function refuseSecond<Answer>(
  write: () => Promise<Answer>,
  refusal: () => Error,
): Promise<Answer> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof QueryFailedError && error.driverError.code === uniqueViolation) throw refusal();
    throw error;
  }
}
