import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from "typeorm";
import {
  connectionOf,
  emptyPage,
  type Order,
  type Page,
  PageArgs,
  page,
  pageEach,
} from "../../subgraphs/shared/connection.ts";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { feedResolver } from "../../subgraphs/shared/feed-resolver.ts";
import { once } from "../../subgraphs/shared/idempotency.ts";
import { loadByArguments, loadMany, loadOne } from "../../subgraphs/shared/loader.ts";
import { LogEntry, record } from "../../subgraphs/shared/log-entry.ts";
import { type Actor, actorOf, apply } from "../../subgraphs/shared/move.ts";
import { Key, Public, RequiresScopes } from "../../subgraphs/shared/schema-directives.ts";
import type { RequestScope, SubgraphDefinition } from "../../subgraphs/shared/subgraph.ts";
import { FollowArgs, following } from "../../subgraphs/shared/subscription/following.ts";

/** The smallest subgraph that uses everything subgraphs share: notes in books. */
@Entity()
@ObjectType()
@Key("id")
@Public()
export class Note {
  @Field(() => String)
  @PrimaryColumn({ type: "text" })
  id: string;

  @Field(() => String)
  @Column({ type: "text" })
  book: string;

  @Field(() => String)
  @Column({ type: "text" })
  text: string;

  @Field(() => Date)
  @Column({ type: "timestamptz", precision: 3 })
  writtenAt: Date;

  @Field(() => Int)
  @Column({ type: "int" })
  version: number;

  @Field(() => String, { nullable: true })
  @RequiresScopes(["note:secret"])
  secret?: string | null;
}

@ObjectType()
@Key("name")
@Public()
class Book {
  @Field(() => String)
  name: string;
}

const NoteConnection = connectionOf(Note, { public: true });
const newestFirst: Order<Note> = {
  name: "note:newest",
  direction: "DESC",
  columns: ["writtenAt", "id"],
};
const byId: Order<Note> = { name: "note:id", direction: "ASC", columns: ["id"] };

@ArgsType()
class NoteChangeArgs extends FollowArgs {
  @Field(() => String, { nullable: true })
  subject?: string;

  @Field(() => String, { nullable: true })
  book?: string;
}

@ArgsType()
class WritingArgs {
  @Field(() => String)
  id: string;

  @Field(() => String)
  text: string;

  @Field(() => String)
  key: string;
}

const requestOf = (mutation: string, { id, text, key }: WritingArgs, actor: Actor) => ({
  ...actor,
  mutation,
  idempotencyKey: key,
  input: { id, text },
  answer: Note,
});

@Resolver(() => Book)
class NoteResolver {
  @Query(() => [Book])
  @Public()
  books(@Arg("names", () => [String]) names: string[]): Book[] {
    return names.map((name) => ({ name }));
  }

  @Query(() => NoteConnection)
  @Public()
  notes(
    @Arg("newest", () => Boolean) newest: boolean,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { database }: NotesContext,
  ) {
    return page(database.manager.createQueryBuilder(Note, "note"), newest ? newestFirst : byId, args);
  }

  @Query(() => String)
  @Public()
  broken(): string {
    throw new Error("password is hunter2");
  }

  @Subscription(() => LogEntry, {
    subscribe: following<NoteChangeArgs, NotesContext>(({ subject, book }) => ({
      subject,
      division: book,
      sees: async ({ payload }, { principal }) =>
        payload.only === undefined || payload.only === principal?.id,
    })),
  })
  noteChanges(@Root() entry: LogEntry, @Args(() => NoteChangeArgs) _: NoteChangeArgs): LogEntry {
    if (entry.kind === "BROKEN") throw new Error("password is hunter2");
    return entry;
  }

  @FieldResolver(() => NoteConnection)
  notesIn(
    @Root() { name }: Book,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: NotesContext,
  ): Promise<Page<Note>> {
    return load.page(name, args);
  }

  @Mutation(() => Note)
  write(@Args(() => WritingArgs) writing: WritingArgs, @Ctx() context: NotesContext): Promise<Note> {
    const actor = actorOf(context);
    const { id, text } = writing;
    return once(context.database, requestOf("write", writing, actor), async (transaction) => {
      const note = { id, book: "a", text, writtenAt: context.at, version: 1 };
      await transaction.insert(Note, note);
      await record(transaction, actor, { subject: id, kind: "NOTE_WRITTEN", payload: { text } });
      if (text === "refused")
        throw refuse("BAD_INPUT", { field: "text", problem: "refused", problemZh: "拒绝" });
      return Object.assign(new Note(), note);
    });
  }

  @Mutation(() => Note)
  amend(@Args(() => WritingArgs) writing: WritingArgs, @Ctx() context: NotesContext): Promise<Note> {
    const actor = actorOf(context);
    const { id, text } = writing;
    return once(context.database, requestOf("amend", writing, actor), async (transaction) => {
      const note = await transaction.findOneByOrFail(Note, { id });
      return apply(transaction, Note, note, id, { change: { text }, kind: "NOTE_AMENDED" }, actor);
    });
  }
}

function notesContext({ database, principal, at, feed }: RequestScope) {
  const inBooks = (books: readonly string[], args: PageArgs) =>
    pageEach(
      books,
      database.manager.createQueryBuilder(Note, "note").where("note.book = parent.key"),
      newestFirst,
      args,
    );
  const byIds = (ids: readonly string[]) =>
    database.query<Note[]>("SELECT * FROM note WHERE id = ANY($1)", [ids]);
  return {
    principal,
    at,
    database,
    feed,
    load: {
      page: loadByArguments(inBooks, () => emptyPage<Note>()),
      note: loadOne(byIds, ({ id }) => id),
      ofBook: loadMany(
        (books) => database.query<Note[]>("SELECT * FROM note WHERE book = ANY($1) ORDER BY id", [books]),
        ({ book }) => book,
      ),
    },
  };
}
type NotesContext = ReturnType<typeof notesContext>;

class Notes1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE note (id text COLLATE "C" PRIMARY KEY, book text, text text, written_at timestamptz(3), version int)`,
    );
  }

  async down(): Promise<void> {}
}

export const notes: SubgraphDefinition<NotesContext> = {
  name: "notes",
  owner: "DATA-BUREAU",
  ownerZh: "数据局",
  resolvers: [NoteResolver, feedResolver("noteFeed", { tells: "Every note", tellsZh: "笔记" })],
  types: [Note, Book],
  references: { Note: ({ id }: { id: string }, { load }) => load.note.load(id) },
  entities: [Note],
  migrations: [Notes1700000000001],
  errors: {},
  context: notesContext,
  divisionsOf: async (database, subjects) => {
    const rows = await database.query("SELECT id, book FROM note WHERE id = ANY($1)", [subjects]);
    return new Map(rows.map(({ id, book }: { id: string; book: string }) => [id, book]));
  },
};
