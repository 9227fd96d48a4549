import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from "typeorm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createDatabases } from "../../test/testkit/database.ts";
import { statementsOf } from "../../test/testkit/statements.ts";
import { ColumnNotRead, ColumnsRead } from "./columns-read.ts";
import { type Database, openDatabase } from "./database.ts";
import { lookUp, lookUpEach } from "./look-up.ts";
import { rowsOf } from "./rows.ts";

/** Every type of column that our entities have. */
@Entity()
class Parcel {
  @PrimaryColumn({ type: "text" })
  code: string;

  @Column({ type: "text", nullable: true })
  ownerId: string | null;

  @Column({ type: "int" })
  floors: number;

  @Column({ type: "double precision", nullable: true })
  area: number | null;

  @Column({ type: "bigint" })
  price: string;

  @Column({ type: "boolean" })
  built: boolean;

  @Column({ type: "date", nullable: true })
  validFrom: string | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  measuredAt: Date | null;

  @Column({ type: "text", array: true })
  uses: string[];

  @Column({ type: "jsonb", nullable: true })
  remarks: object | null;

  @Column({ type: "uuid", nullable: true })
  token: string | null;

  @Column({
    type: "text",
    transformer: { to: (text: string) => text, from: (text: string) => text.split("|") },
  })
  neighbours: string[];
}

class Parcels1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE parcel (code text PRIMARY KEY, owner_id text, floors int NOT NULL, area double precision,
        price bigint NOT NULL, built boolean NOT NULL, valid_from date, measured_at timestamptz(3), uses text[] NOT NULL,
        remarks jsonb, token uuid, neighbours text NOT NULL)`);
    await runner.query(`
      INSERT INTO parcel VALUES
        ('a', 'me', 3, 80.5, 9007199254740993, true, '2026-02-28', '2026-02-28T23:30:00.123+08:00', '{"住宅","商业"}',
         '{"zh": "临街"}', '00000000-0000-4000-8000-000000000001', 'b|c'),
        ('b', 'you', 0, NULL, 0, false, NULL, NULL, '{}', NULL, NULL, '')`);
  }
  async down(): Promise<void> {}
}

const byCodes = lookUp(Parcel, "parcel", (query) =>
  query.where("parcel.code = ANY(:codes)").orderBy("parcel.code"),
);
const builds: (string | null)[] = [];
const seenBy = lookUp(Parcel, "parcel", (query, who: { id: string } | null) => {
  builds.push(who?.id ?? null);
  return (who ? query.where("parcel.ownerId = :me", { me: who.id }) : query.where("false")).andWhere(
    "parcel.code = ANY(:codes)",
  );
});

let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  const made = await createDatabases(["parcels"]);
  drop = made.drop;
  database = await openDatabase({
    url: made.urls.parcels ?? "",
    entities: [Parcel],
    migrations: [Parcels1700000000001],
  });
});
afterAll(async () => {
  await database.destroy();
  await drop();
});

const both = ["b", "a"];
/** Asks the connection that look-ups travel on. */
const onTheirConnection = async (text: string) => (await database.pipelines.free())?.send({ text });
const prepared = async (): Promise<string[]> =>
  ((await onTheirConnection("SELECT statement FROM pg_prepared_statements")) ?? []).map(({ statement }) =>
    String(statement),
  );

describe("a look-up", () => {
  it("reads the same values as TypeORM, as rows of the entity's class", async () => {
    const expected = await database.manager.find(Parcel, { order: { code: "ASC" } });
    const rows = await byCodes({ manager: database.manager }, { codes: both });
    expect(rows).toEqual(expected);
    expect(rows.every((row) => row instanceof Parcel)).toBe(true);
    expect(
      await rowsOf(database.manager.createQueryBuilder(Parcel, "parcel").orderBy("parcel.code")),
    ).toEqual(expected);
  });

  it("sees a transaction's own changes when it is given its manager", async () => {
    await database.transaction(async (transaction) => {
      await transaction.update(Parcel, { code: "b" }, { floors: 9 });
      expect(await byCodes({ manager: transaction }, { codes: ["b"] })).toMatchObject([
        { code: "b", floors: 9 },
      ]);
      await transaction.update(Parcel, { code: "b" }, { floors: 0 });
    });
  });

  it("fails as TypeORM's own queries do", async () => {
    const failing = lookUp(Parcel, "parcel", (query) => query.where("parcel.floors = cast(:text AS int)"));
    await expect(failing({ manager: database.manager }, { text: "many" })).rejects.toMatchObject({
      driverError: { code: "22P02" },
    });
  });
});

describe("what lies under each of many parents", () => {
  const ofOwners = lookUpEach(Parcel, "parcel", (query) =>
    query.where("parcel.ownerId = parent.key AND parcel.floors >= :floors"),
  );

  it("is looked up in one statement, as rows of the entity's class, parent by parent", async () => {
    let found = new Map<string, Parcel[]>();
    const statements = await statementsOf(database, async () => {
      found = await ofOwners({ manager: database.manager }, ["you", "nobody", "me"], { floors: 0 });
    });
    expect([...found].map(([owner, rows]) => [owner, rows.map(({ code }) => code)]).sort()).toEqual([
      ["me", ["a"]],
      ["you", ["b"]],
    ]);
    expect(found.get("me")?.[0]).toBeInstanceOf(Parcel);
    expect(statements).toHaveLength(1);
    expect(await ofOwners({ manager: database.manager }, ["you"], { floors: 1 })).toEqual(new Map());
  });

  it("keeps the columns read for a document", async () => {
    const columns = new ColumnsRead();
    const look = async () => {
      let rows: Parcel[] = [];
      const statements = await statementsOf(database, async () => {
        rows =
          (await ofOwners({ manager: database.manager, columns }, ["me"], { floors: 0 })).get("me") ?? [];
      });
      return { floors: rows[0]?.floors, read: [...(statements[0] ?? "").matchAll(/AS "(\w+)"/g)].length };
    };
    expect(await look()).toEqual({ floors: 3, read: 12 });
    columns.learn();
    expect(await look()).toEqual({ floors: 3, read: 1 });
  });
});

describe("what a look-up builds", () => {
  beforeEach(() => {
    builds.length = 0;
  });
  const codesSeenBy = async (who: { id: string } | null) =>
    (await seenBy({ manager: database.manager }, { codes: both }, who)).map(({ code }) => code);

  it("is built once for each sight, and never used for another", async () => {
    for (const _ of [1, 2]) {
      expect(await codesSeenBy({ id: "me" })).toEqual(["a"]);
      expect(await codesSeenBy({ id: "you" })).toEqual(["b"]);
      expect(await codesSeenBy({ id: "nobody" })).toEqual([]);
      expect(await codesSeenBy(null)).toEqual([]);
    }
    expect(builds).toEqual(["me", "you", "nobody", null]);
  });

  it("refuses a value brought under the name of one that restricts the rows", async () => {
    const restricted = lookUp(Parcel, "parcel", (query, who: { id: string }) =>
      query.where("parcel.ownerId = :codes", { codes: who.id }).andWhere("parcel.code = ANY(:codes)"),
    );
    await expect(restricted({ manager: database.manager }, { codes: both }, { id: "me" })).rejects.toThrow(
      ":codes is brought",
    );
  });

  it("is one statement for all of one kind, and is told to the log like any other", async () => {
    const statements = await statementsOf(database, async () => {
      await codesSeenBy({ id: "me" });
      await codesSeenBy({ id: "somebody else" });
    });
    expect(statements.map((text) => text.includes('"owner_id" = $1'))).toEqual([true, true]);
    expect(new Set(statements).size).toBe(1);
  });
});

describe("a prepared statement", () => {
  it("is kept ready by the database", async () => {
    await byCodes({ manager: database.manager }, { codes: both });
    await byCodes({ manager: database.manager }, { codes: ["a"] });
    const own = (await prepared()).filter((statement) => statement.includes("ORDER BY"));
    expect(own).toHaveLength(1);
  });

  it("is prepared anew when the table has changed under it", async () => {
    await byCodes({ manager: database.manager }, { codes: both });
    await database.query("ALTER TABLE parcel ALTER COLUMN floors TYPE bigint");
    try {
      for (const _ of [1, 2]) {
        expect(await byCodes({ manager: database.manager }, { codes: ["a"] })).toMatchObject([
          { floors: "3" },
        ]);
      }
    } finally {
      await database.query("ALTER TABLE parcel ALTER COLUMN floors TYPE int");
    }
    expect(await byCodes({ manager: database.manager }, { codes: ["a"] })).toMatchObject([{ floors: 3 }]);
  });

  it("answers all the same where a pool between us forgets or mixes up the names", async () => {
    for (let time = 0; time < 12; time++) {
      await byCodes({ manager: database.manager }, { codes: both });
      await onTheirConnection("DEALLOCATE ALL");
      expect(await byCodes({ manager: database.manager }, { codes: both })).toHaveLength(2);
    }
  });
});

describe("the columns read for a document", () => {
  const look = async (columns: ColumnsRead, ...codes: string[]) => {
    let rows: Parcel[] = [];
    const statements = await statementsOf(database, async () => {
      rows = await byCodes({ manager: database.manager, columns }, { codes });
    });
    const [, selected = ""] = /^SELECT (.*) FROM/.exec(statements[0] ?? "") ?? [];
    return { rows, read: [...selected.matchAll(/AS "(\w+)"/g)].map(([, name]) => name).sort() };
  };
  const asked = (row: Parcel | undefined) => [row?.code, row?.validFrom, row?.neighbours];

  it("are all at first, and then those that were asked of a row", async () => {
    const columns = new ColumnsRead();
    const first = await look(columns, "a");
    expect(first.read).toContain("remarks");
    const answer = asked(first.rows[0]);
    columns.learn();
    const next = await look(columns, "a");
    expect(next.read).toEqual(["code", "neighbours", "validFrom"]);
    expect(asked(next.rows[0])).toEqual(answer);
    expect(next.rows[0]).toBeInstanceOf(Parcel);
  });

  it("stay all while no row was found to ask anything of", async () => {
    const columns = new ColumnsRead();
    await look(columns, "nowhere");
    columns.learn();
    expect((await look(columns, "a")).read).toContain("remarks");
  });

  it("are all of them once a row was copied: nobody knows what the copy is asked for", async () => {
    const columns = new ColumnsRead();
    const { rows } = await look(columns, "a");
    expect({ ...rows[0] }.floors).toBe(3);
    columns.learn();
    expect((await look(columns, "a")).read).toHaveLength(12);
  });

  it("are refused where they were not read, and read from then on", async () => {
    const columns = new ColumnsRead();
    asked((await look(columns, "a")).rows[0]);
    columns.learn();
    const { rows } = await look(columns, "a");
    expect(() => rows[0]?.floors).toThrow(ColumnNotRead);
    columns.note(database.getMetadata(Parcel), "floors");
    columns.learn();
    expect((await look(columns, "a")).rows[0]?.floors).toBe(3);
  });
});
