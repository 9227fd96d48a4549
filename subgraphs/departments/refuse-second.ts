import { QueryFailedError } from "typeorm";

/** PostgreSQL's codes for two rows that may not stand side by side. */
const violations = { unique: "23505", exclusion: "23P01" } as const;

/** Turns the database's refusal of a second row into ours: the constraint is the rule, this is its voice. */
export async function refuseSecond<Answer>(
  constraint: keyof typeof violations,
  write: () => Promise<Answer>,
  refusal: () => Error,
): Promise<Answer> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof QueryFailedError && error.driverError.code === violations[constraint])
      throw refusal();
    throw error;
  }
}
