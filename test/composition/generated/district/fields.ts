import { refuse } from "../../../../subgraphs/shared/errors.ts";
import type { Row, World } from "./world.ts";

/** What a resolver of the district is given; the same functions answer in every subgraph and without federation. */
type Arguments = Readonly<Record<string, unknown>>;
type FieldValue = (row: Row, args: Arguments, world: World) => unknown;

const list = (value: unknown): readonly Row[] | null => value as readonly Row[] | null;
const take = (value: unknown, first: unknown): readonly Row[] | null =>
  list(value)?.slice(0, typeof first === "number" ? Math.max(0, first) : undefined) ?? null;
const words = (value: unknown, most: unknown): string | null =>
  value === null
    ? null
    : String(value)
        .split(" ")
        .slice(0, Number(most ?? 9))
        .join(" ");
const by = (key: string) => (a: Row | null, b: Row | null) =>
  String(a?.[key]).localeCompare(String(b?.[key]));

/** The words that mark a value as one its subgraph cannot give: with a code of ours, or with whatever came up. */
function given<T>(value: T): T {
  if (value === "refused") throw refuse("NOT_FOUND", { kind: "value", kindZh: "数值", id: "1" });
  if (value === "fails") throw new Error('relation "secrets" does not exist at 10.0.0.7:5432');
  return value;
}

/** The value as JSON with its keys in order, so that it does not depend on the order of a schema's definitions. */
export function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, ordered(each)]),
  );
}

const found = (rows: readonly Row[], match: (row: Row) => boolean): Row | null => rows.find(match) ?? null;
const withKey = (rows: readonly Row[], key: string, value: unknown): Row | null =>
  value === undefined || value === null ? null : found(rows, (row) => row[key] === value);

const openPlaces: FieldValue = (_, { filter, first }, { Place }) => {
  const { open, kinds, area, like } = (filter ?? {}) as {
    open?: boolean;
    kinds?: string[];
    area?: { division?: string; within: number };
    like?: string;
  };
  const matching = Place.filter(
    (place) =>
      (open !== true || place.state !== "CLOSED") &&
      (!kinds || kinds.some((kind) => kind === place.__typename.toUpperCase())) &&
      (!area?.division ||
        ((place.grid as Row | null)?.division as Row | undefined)?.code === area.division) &&
      (!area || place.cleanliness === null || Number(place.cleanliness) < area.within * 8) &&
      (!like || String(place.title).includes(like)),
  );
  return take(matching, first);
};

/** Every field that is more than a look at its row. A field of an interface stands for those of its types. */
export const fields: Readonly<Record<string, Readonly<Record<string, FieldValue>>>> = {
  Query: {
    division: (_, { code }, { Division }) => withKey(Division, "code", code),
    divisions: (_, { codes, level }, { Division }) =>
      Array.isArray(codes)
        ? codes.map((code) => withKey(Division, "code", code))
        : Division.filter((each) => !level || each.level === level),
    place: (_, { id }, { Place }) => withKey(Place, "id", id),
    places: openPlaces,
    nearby: (_, { point, within }, { Place }) =>
      (within as number[] | null)?.map((distance, i) =>
        distance > 50
          ? null
          : Place.filter((__, n) => (n * 7 + (point as { x: number; y: number }).y) % 20 < distance).slice(
              0,
              2 + i,
            ),
      ),
    echo: (_, args) => ordered(args),
    unit: (_, { code, registration }, { Unit }) =>
      withKey(Unit, "code", code) ?? withKey(Unit, "registration", registration),
    units: (_, { codes }, { Unit }) => (codes as string[]).map((code) => withKey(Unit, "code", code)),
    officer: (_, { id }, { Officer }) => withKey(Officer, "id", id),
    parties: (_, { order, first }, { Unit, Officer }) =>
      take([...Unit, ...Officer].sort(by(order === "NAME" ? "name" : "code")), first),
    ticket: (_, { number }, { Ticket }) => withKey(Ticket, "number", number),
    tickets: (_, { numbers, channel, first }, { Ticket }) =>
      Array.isArray(numbers)
        ? numbers.map((number) => withKey(Ticket, "number", number))
        : take(
            Ticket.filter((ticket) => !channel || ticket.channel === channel),
            first,
          ),
    spotlight: (_, { turn }, { Unit, Resident }) => [...Unit, ...Resident][Number(turn)] ?? null,
    overdue: (_, __, { Ticket }) => Ticket.slice(2, 4),
    whistle: (_, { ticket, serial }, { Whistle }) =>
      found(Whistle, (row) => (row.ticket as Row).number === ticket && row.serial === serial),
    whistles: (_, { state, first }, { Whistle }) =>
      take(Whistle.map((whistle) => (!state || whistle.state === state ? whistle : null)) as Row[], first),
    ranking: (_, { scale }, { Unit }) => Unit.slice(0, ((scale as { top?: number } | null)?.top ?? 0) % 4),
    cleanest: (_, { first }, { Place }) => take([...Place].sort(by("cleanliness")), first),
    audit: () => given("fails"),
    audited: () => given("refused"),
    search: (_, { text, in: kinds, page }, world) => {
      const { first, skip } = (page ?? {}) as { first?: number; skip?: number | null };
      const rows = ((kinds ?? []) as ("TICKET" | "WHISTLE" | "UNIT")[]).flatMap((kind) =>
        ({ TICKET: world.Ticket, WHISTLE: world.Whistle, UNIT: world.Unit })[kind].slice(0, 3),
      );
      return rows
        .map((row) => (typeof text === "string" && text !== "" && row.name === null ? null : row))
        .slice(skip ?? 0, (skip ?? 0) + (first ?? 2));
    },
    folder: (_, { label }, { Folder }) => withKey(Folder, "label", label),
    resident: (_, { id }, { Resident }) => withKey(Resident, "id", id),
    residents: (_, { first }, { Resident }) => take(Resident, first),
  },
  Mutation: {
    report: (_, { input }, { Ticket, journal }) => {
      journal.push(`report ${JSON.stringify(ordered(input))}`);
      return {
        __typename: "Report",
        ticket: Ticket[journal.length % Ticket.length],
        receipt: receipt(journal),
      };
    },
    close: (_, { number, note }, { Ticket, journal }) => {
      journal.push(`close ${number} ${note}`);
      return withKey(Ticket, "number", number) ?? given("refused");
    },
    blow: (_, { ticket, units }, { Ticket, journal }) => {
      journal.push(`blow ${ticket} ${units}`);
      const lastWhistle = withKey(Ticket, "number", ticket)?.lastWhistle ?? null;
      return { __typename: "Blown", whistle: lastWhistle, receipt: receipt(journal) };
    },
    withdraw: (_, { ticket, serial }, { journal }) => {
      journal.push(`withdraw ${ticket} ${serial}`);
      return serial === 2 ? given("fails") : true;
    },
    grade: (_, { registration, points }, { Unit, journal }) => {
      journal.push(`grade ${registration} ${points}`);
      return {
        __typename: "Graded",
        unit: withKey(Unit, "registration", registration),
        receipt: receipt(journal),
      };
    },
  },
  Division: {
    name: ({ name }, { language }) => (language === "xx" ? given("fails") : `${language ?? ""}:${name}`),
    grids: ({ grids }, { first }) => take(grids, first),
  },
  Grid: {
    places: ({ places }, { first, kinds }) =>
      take(
        list(places)?.filter(
          (place) => (kinds as string[] | null)?.includes(place.__typename.toUpperCase()) ?? true,
        ),
        first,
      ),
  },
  Place: {
    title: ({ title, id }, { style, length }) =>
      title === null ? null : `${style === "FULL" ? `${id} ` : ""}${title}`.slice(0, Number(length ?? 99)),
    tickets: ({ tickets }, { first }) => take(tickets, first),
    remarks: ({ remarks }, { limit, kind }) =>
      take(list(remarks)?.filter((remark) => !kind || remark.kind === kind) ?? null, limit),
  },
  Unit: {
    members: ({ members }, { order }) =>
      members === null ? null : [...(list(members) ?? [])].sort(by(order === "NAME" ? "name" : "id")),
    hotline: ({ hotline }, { prefix }) => `${prefix ?? ""}${given(hotline)}`,
    scores: ({ scores }, { years, scale }) =>
      list(scores)
        ?.filter(({ year }) => (years as number[] | null)?.includes(Number(year)) ?? true)
        .map((score) => {
          const { steps, top } = (scale ?? { top: 100 }) as { steps?: number[] | null; top: number };
          return { ...score, points: Math.min(top, Number(score.points) * (steps?.[0] ?? 1)) };
        }),
    rank: ({ rank }) => given(rank),
  },
  Officer: {
    badge: ({ badge }) => given(badge),
    duties: ({ duties }, { filter }) => {
      type Filter = { like?: string | null; longest?: number | null; not?: Filter | null };
      const fits = (duty: string, { like, longest, not }: Filter): boolean =>
        (!like || duty.includes(like)) && duty.length <= (longest ?? 99) && !(not && fits(duty, not));
      return (duties as string[] | null)?.filter((duty) => fits(duty, (filter ?? {}) as Filter)) ?? null;
    },
  },
  Ticket: {
    title: ({ title }, { words: most }) => words(title, most),
    size: ({ size }, { unit }) => (size === null ? null : unit === "CM" ? Number(size) * 100 : size),
    attachments: ({ attachments }, { filter }) => {
      const { kind, first } = (filter ?? {}) as { kind?: string | null; first?: number };
      return take(list(attachments)?.filter(({ __typename }) => !kind || __typename === kind) ?? null, first);
    },
    whistles: ({ whistles }, { first }) => take(whistles, first),
  },
  Step: { note: ({ note }, { words: most }) => words(note, most) },
  Attachment: { taken: ({ taken }) => given(taken) },
  Whistle: {
    transcript: ({ transcript }, { format }) => (format === "TREE" ? { format, transcript } : transcript),
  },
  Resident: {
    contacts: ({ contacts }, { first }) => take(contacts, first),
    card: ({ idCard }, { masked }) => (masked ? "***" : idCard),
    reported: ({ reported }, { first }) => take(reported, first),
  },
  Contact: { phone: ({ phone }) => given(phone) },
};

function receipt(journal: readonly string[]): Row {
  return { __typename: "Receipt", order: journal.length, journal: [...journal] };
}

/** A field computed of what other subgraphs know: of nothing but the representation it was asked with. */
interface Required {
  /** What it is to be given, as the schema without federation finds it. */
  readonly given: (field: (field: string, args?: Arguments) => unknown) => Arguments;
  readonly value: (given: Arguments, args: Arguments) => unknown;
}

export const required: Readonly<Record<string, Readonly<Record<string, Required>>>> = {
  Ticket: {
    weight: {
      given: (field) => ({ size: field("size", { unit: "CM" }) }),
      value: ({ size }) => (size === null ? null : Number(size) * 2 + 1),
    },
    priority: {
      given: (field) => ({ size: field("size", { unit: "CM" }) }),
      value: ({ size }) => (size === null ? -1 : Number(size) / 8),
    },
    shelf: {
      given: (field) => ({ size: field("size", { unit: "CM" }) }),
      value: ({ size }) => (size === null ? null : `S${Number(size) % 7}`),
    },
    slowness: {
      given: (field) => ({ steps: field("steps") }),
      value: ({ steps }) =>
        (list(steps) ?? []).reduce((sum, { minutes }) => sum + Number(minutes ?? 1000), 0),
    },
    handlerGrade: {
      given: (field) => ({ handler: field("handler") }),
      value: ({ handler }, { scale }) =>
        handler && `${(handler as Row).kind} ${Number((handler as Row).level) % Number(scale ?? 3)}`,
    },
  },
};

/** The row an entity reference names. */
export const referenced: Readonly<Record<string, (reference: Row, world: World) => Row | null>> = {
  Division: ({ code }, { Division }) => withKey(Division, "code", code),
  Grid: ({ division, number }, { Grid }) =>
    found(Grid, (row) => row.number === number && (row.division as Row).code === (division as Row).code),
  Household: ({ building, room }, { Household }) =>
    found(Household, (row) => row.room === room && (row.building as Row).id === (building as Row).id),
  Place: ({ id }, { Place }) => withKey(Place, "id", id),
  Resident: ({ id, idCard }, { Resident }) =>
    withKey(Resident, "id", id) ?? withKey(Resident, "idCard", idCard),
  Unit: ({ code, registration }, { Unit }) =>
    withKey(Unit, "code", code) ?? withKey(Unit, "registration", registration),
  Officer: ({ id }, { Officer }) => withKey(Officer, "id", id),
  Ticket: ({ number }, { Ticket }) => withKey(Ticket, "number", number),
  Whistle: ({ ticket, serial }, { Whistle }) =>
    found(Whistle, (row) => row.serial === serial && (row.ticket as Row).number === (ticket as Row).number),
};

/** The one interface of a type whose fields are written once for all its types. */
export const interfaceOf: Readonly<Record<string, string>> = {
  Shop: "Place",
  Park: "Place",
  Building: "Place",
  Photo: "Attachment",
  Recording: "Attachment",
};

/** What is known of a row that exists only as a reference. */
export const keysOf: Readonly<Record<string, readonly string[]>> = {
  Unit: ["code"],
  Officer: ["id"],
  Resident: ["id"],
};
