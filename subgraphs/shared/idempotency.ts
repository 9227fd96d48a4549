import { createHash } from "node:crypto";
import { GraphQLError } from "graphql";
import { type DataSource, type EntityManager, type ObjectLiteral, QueryFailedError } from "typeorm";
import { refuse } from "./errors.ts";
import { withWhoWasFirst } from "./move.ts";
import type { Principal } from "./principal.ts";

/** The words every mutation describes its key with. */
export const idempotencyKeyDescription =
  "New for every intended effect; the same key has one effect (幂等键)";

export interface IdempotentRequest<Row> {
  readonly principal: Principal;
  readonly at: Date;
  readonly idempotencyKey: string;
  /** Name of the mutation and everything it was asked with: another body under the same key is refused. */
  readonly mutation: string;
  readonly input: unknown;
  /** What the mutation answers with. */
  readonly answer: new () => Row;
}

/**
 * Runs a mutation once per (principal, key). The key, the effect and the answer are committed together; a second
 * request with the same key waits for the first and is given the first one's answer, after a crash too. `effect` changes nothing but the database: it may be begun again.
 */
export async function once<Row extends ObjectLiteral>(
  database: DataSource,
  request: IdempotentRequest<Row>,
  effect: (transaction: EntityManager) => Promise<Row>,
): Promise<Row> {
  const { principal, idempotencyKey: key } = request;
  if (key.length < 8 || key.length > 200) {
    throw refuse("BAD_INPUT", {
      field: "idempotencyKey",
      problem: "give 8 to 200 characters, new for every intended effect",
      problemZh: "须为 8 至 200 个字符，每次操作使用新键",
    });
  }
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([request.mutation, canonical(request.input)]))
    .digest("hex");

  return untilUndisturbed(database, async (transaction) => {
    const [claimed] = await transaction.query(
      `INSERT INTO idempotency_key (principal_id, key, fingerprint, answer, at) VALUES ($1, $2, $3, '{}', $4)
       ON CONFLICT (principal_id, key) DO NOTHING RETURNING key`,
      [principal.id, key, fingerprint, request.at],
    );
    if (!claimed) {
      const [earlier] = await transaction.query(
        "SELECT fingerprint, answer FROM idempotency_key WHERE principal_id = $1 AND key = $2",
        [principal.id, key],
      );
      if (earlier.fingerprint !== fingerprint) throw refuse("IDEMPOTENCY_KEY_REUSED", { key });
      return revive(transaction, request.answer, earlier.answer);
    }
    const answer = await effect(transaction).catch(async (error) => {
      throw await withWhoWasFirst(transaction, error);
    });
    await transaction.query("UPDATE idempotency_key SET answer = $3 WHERE principal_id = $1 AND key = $2", [
      principal.id,
      key,
      answer,
    ]);
    return answer;
  });
}

/** How often a mutation that somebody got in the way of begins again before it fails. */
const mostAttempts = 3;

/**
 * Of those who wait for each other PostgreSQL lets one go, and of those who write what the same version was judged for
 * one finds it changed. Nothing they did stands, so they begin again, and are judged by what the others made of it.
 */
async function untilUndisturbed<Row>(
  database: DataSource,
  work: (transaction: EntityManager) => Promise<Row>,
): Promise<Row> {
  let overtaken: unknown;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.transaction(work);
    } catch (error) {
      // What the other made of it may be out of sight: they are told that it was changed, not that there is none.
      if (overtaken && isRefused(error, "NOT_FOUND")) throw overtaken;
      overtaken = isRefused(error, "CONFLICT") ? error : undefined;
      const stuck = error instanceof QueryFailedError && error.driverError.code === "40P01";
      if (!(stuck || overtaken) || attempt === mostAttempts) throw error;
    }
  }
}

const isRefused = (error: unknown, code: string): boolean =>
  error instanceof GraphQLError && error.extensions.code === code;

/** Key order must not matter: a client may build the same input in another order. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value instanceof Date || value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, each]) => [name, canonical(each)]),
  );
}

/** JSON lost the dates; the entity's columns know which they were. */
function revive<Row extends ObjectLiteral>(
  transaction: EntityManager,
  entity: new () => Row,
  stored: Record<string, unknown>,
): Row {
  const row = Object.assign(new entity(), stored);
  for (const column of transaction.connection.getMetadata(entity).columns) {
    const value = column.getEntityValue(row);
    if (column.type === "timestamptz" && typeof value === "string")
      column.setEntityValue(row, new Date(value));
  }
  return row;
}
