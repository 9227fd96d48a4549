import { createClient } from "graphql-sse";
import { importJWK, SignJWT } from "jose";
import { Client } from "pg";
import { Agent, request } from "undici";
import { beforeAll, describe, expect, it } from "vitest";
import type { PostHolder } from "../../../infra/issuer/post-holder.ts";
import { socketPathOf } from "../../../infra/unix-socket.ts";
import { subgraphs } from "../../../schema/subgraphs.ts";
import { envelopeHeader } from "../../../subgraphs/shared/envelope.ts";
import { Post } from "../../../subgraphs/shared/principal.ts";
import { createPrivateJwk } from "../../../subgraphs/shared/signing-key.ts";
import type { Mode, TestStack } from "../../testkit/stack.ts";
import { calledBack } from "../called-back.ts";
import { item, matter, place, unit } from "../ground.ts";
import { type Journey, journeyThrough } from "../journey.ts";
import { reported } from "../reported.ts";

const owner = "kaifu-civil-steward";
const ownStaff = "kaifu-civil-responder";
const reader = "kaifu-market-responder";
const resident = "kaifu-resident";
const building = "430105010003-B3";

const query = `query ElderlyInGrid($grid: GridCode!) {
  grid(code: $grid) { name elderlyLivingAlone(first: 5) { edges { node { residentId name ageGroup contactPhone } } } }
}`;

interface Page {
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
}

/** One department reads what another holds of people: asked for, granted, on record, taken back. */
export function lawfulRead(on: () => TestStack, mode: Mode): void {
  let stack: TestStack;
  let agreement: string;
  let grant: string;
  let ticket: string;
  let journey: Journey;

  beforeAll(async () => {
    stack = on();
    stack.setClock("2026-06-01T09:00:00+08:00");
    journey = journeyThrough(stack);
    await put("civil-affairs", [
      `INSERT INTO elderly_living_alone (district_code, resident_id, place_code, name, address, age_group,
         living_situation, uses_smartphone, contact_name, contact_phone, contact_relation, source, recorded_on,
         valid_until, retain_until)
       VALUES ('430105', '430105-R-1', '${place.marketGrid}', '安秀兰', '连升街社区3号楼2单元301', 'AGED_80_TO_89',
         'CHILDREN_ELSEWHERE', false, '安小宝', '13812345678', 'CHILD', 'HOUSEHOLD_VISIT', '2026-05-01',
         '2027-04-30', '2028-04-30')`,
    ]);
    await put("grids", [
      `INSERT INTO building (code, community_code, grid_code, name, address, longitude, latitude, synthetic)
       VALUES ('${building}', '${place.lianshengjie}', '${place.marketGrid}', '3号楼', '连升街社区3号楼', 112.98, 28.2, true)`,
      `INSERT INTO household (district_code, id, building_code, community_code, grid_code, door)
       VALUES ('430105', '430105-H-1', '${building}', '${place.lianshengjie}', '${place.marketGrid}', '2单元301')`,
      `INSERT INTO resident (district_code, id, household_id, person_id, name, sex, birth_date, relation, registration)
       VALUES ('430105', '430105-R-1', '430105-H-1', '${resident}', '安秀兰', 'FEMALE', '1941-03-02', 'HEAD', 'LOCAL')`,
    ]);
  });

  /** Puts rows where their owner keeps them. */
  async function put(owner: string, statements: readonly string[]): Promise<void> {
    const connectionString = owner === "police archive" ? stack.policeArchive : stack.databaseUrls.get(owner);
    const client = new Client({ connectionString });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  }

  /** A ticket of the market's that lies with the market bureau, and the call to the police that led to it. */
  async function dispatchedAfter(
    call: { readonly number: string; readonly summary: string },
    { name, phone }: { readonly name: string; readonly phone: string },
    text: string,
  ): Promise<string> {
    const number = await reported(journey, "kaifu-dispatcher", {
      kind: "COMPLAINT",
      text,
      place: { gridCode: place.marketGrid },
      demander: { kind: "PERSON", name, phone },
    });
    const input = { findings: "现场核实属实，社区无力解决", communityCanSolve: false };
    await journey.does("kaifu-community-staff", "verifyTicket", { number, input });
    await journey.does("kaifu-dispatcher", "matchTicket", { number, input: { matter: matter.market } });
    await journey.does("kaifu-dispatcher", "dispatchTicket", { number });
    await put("police archive", [
      `INSERT INTO T_JQ (JQBH, BJSJ, JQLB, JQGY, BJRXM, BJRDH, FADD, GLGDH, SSPCS, SQDM, WGBH)
       VALUES ('${call.number}', '20260601083000', '02', '${call.summary}', '${name}', '${phone}',
         '西长街农贸市场', '${number}', '430105010000', '${place.lianshengjie}', '${place.marketGrid}')`,
    ]);
    return number;
  }

  const read = async (as: string | PostHolder, stated: Record<string, string> = {}) => {
    const asked = { grid: place.marketGrid };
    const { data, errors } = await stack.ask<{ grid: { name: string; elderlyLivingAlone: Page | null } }>(
      query,
      asked,
      as,
      stated,
    );
    return {
      place: data.grid.name,
      people: data.grid.elderlyLivingAlone?.edges.map(({ node }) => node) ?? null,
      errors: errors.map(({ code, path }) => [code, path.join(".")]),
    };
  };

  /** Asks for a grant to the market bureau, and answers its number. */
  const requested = async (input: Record<string, unknown>): Promise<string> => {
    const { number } = await journey.does<{ number: string }>(
      "kaifu-market-chief",
      "requestDataGrant",
      {
        input: {
          consumer: unit.market,
          validFrom: "2026-06-01T00:00:00+08:00",
          validUntil: "2026-12-31T00:00:00+08:00",
          ...input,
        },
      },
      "{ number }",
    );
    return number;
  };

  const withheld = (name: string) => ({
    place: name,
    people: null,
    errors: [["WITHHELD", "grid.elderlyLivingAlone"]],
  });

  it("is the owner's own without asking, and closed to the others (6.7)", async () => {
    const own = await read(ownStaff);
    expect(own).toMatchObject({ errors: [], people: [{ name: "安秀兰", contactPhone: "13812345678" }] });
    expect(await read(reader)).toEqual(withheld(own.place));
    expect(await read(reader, { "whistlegraph-basis": "430105-A-0001" })).toEqual(withheld(own.place));
  });

  it("says whose it is, by code and by the Chinese name the data bureau keeps of its owner", async () => {
    const { errors } = await stack.ask(query, { grid: place.marketGrid }, reader);
    expect(errors.map(({ details }) => details)).toMatchObject([
      { subgraph: "civil-affairs", owner: "CIVIL-AFFAIRS", ownerZh: "民政局" },
    ]);
    const { subgraphOwners } = await journey.sees<{ subgraphOwners: readonly object[] }>(
      undefined,
      "{ subgraphOwners { subgraph unit title } }",
    );
    const told = subgraphs.map(({ name, owner, ownerZh }) => ({
      subgraph: name,
      unit: owner,
      title: ownerZh,
    }));
    expect(new Set(subgraphOwners)).toEqual(new Set(told));
  });

  it("is asked for and granted, by whom it is for and by whom it belongs to", async () => {
    ({ number: agreement } = await journey.does<{ number: string }>(
      "kaifu-data-steward",
      "registerAgreement",
      {
        input: {
          parties: [unit.market, "430105-CIVIL-AFFAIRS"],
          purpose: "独居老人用餐安全检查",
          validFrom: "2026-01-01",
          validUntil: "2026-12-31",
        },
      },
      "{ number }",
    ));
    grant = await requested({
      owner: "civil-affairs",
      coordinates: ["ElderlyLivingAlone"],
      purposes: [agreement],
      rows: "OWN_DIVISION",
      reason: "检查老年助餐点，需掌握服务对象分布",
    });
    const basis = { "whistlegraph-basis": agreement, "whistlegraph-on-behalf-of": "an-xiaobao" };
    expect((await read(reader, basis)).people).toBeNull();
    await journey.does(owner, "approveDataGrant", {
      number: grant,
      reason: "用途明确，限本辖区，姓名与电话脱敏",
    });
    expect(await read(reader, basis)).toMatchObject({
      errors: [],
      people: [
        { residentId: "430105-R-1", name: "安*", contactPhone: "138****5678", ageGroup: "AGED_80_TO_89" },
      ],
    });
    expect((await read(reader)).people).toBeNull();
    expect((await read("kaifu-urban-responder", basis)).people).toBeNull();
    const ofToken = { post: Post.RESPONDER, unit: unit.market, division: place.tongtaijie } as const;
    const { people } = await read({ ...ofToken, id: reader, onBehalfOf: "an-xiulan" }, basis);
    expect(people).toHaveLength(1);
  });

  it("is on record for the owner: who, on which basis and grant, and what came of it (6.7)", async () => {
    await expect
      .poll(async () => {
        const { data } = await stack.ask<{ accessRecords: Page }>(
          `{ accessRecords(filter: { subgraph: "civil-affairs" }, first: 50) {
              edges { node { personId entityType basis grantNumbers onBehalfOf onBehalfOfVouched subjects outcome rowsGiven } } } }`,
          {},
          owner,
        );
        return data.accessRecords.edges.map(({ node }) => node);
      })
      .toEqual(
        expect.arrayContaining([
          expect.objectContaining({ personId: ownStaff, outcome: "GIVEN", rowsGiven: 1 }),
          expect.objectContaining({ personId: reader, outcome: "WITHHELD", basis: null }),
          expect.objectContaining({
            personId: reader,
            entityType: "ElderlyLivingAlone",
            outcome: "MASKED",
            basis: agreement,
            grantNumbers: [grant],
            onBehalfOf: "an-xiaobao",
            onBehalfOfVouched: false,
            subjects: ["430105-R-1"],
          }),
          expect.objectContaining({ personId: reader, onBehalfOf: "an-xiulan", onBehalfOfVouched: true }),
        ]),
      );
  });

  it("ends with the grant, at the next request", async () => {
    await journey.does(owner, "revokeDataGrant", { number: grant, reason: "检查已完成" });
    expect((await read(reader, { "whistlegraph-basis": agreement })).people).toBeNull();
  });

  describe("a call to the police that led to a ticket", () => {
    const calls = `query CallsOfTicket($ticket: String!) {
      ticket(number: $ticket) { state policeCalls(first: 5) { edges { node { number kind summary callerName callerPhone } } } }
    }`;
    const onCase = () => ({ "whistlegraph-basis": item.market, "whistlegraph-case": ticket });
    const callsSeen = async (as: string, stated: Record<string, string> = {}) => {
      const { data, errors } = await stack.ask<{ ticket: { policeCalls: Page | null } | null }>(
        calls,
        { ticket },
        as,
        stated,
      );
      const [lack] = errors;
      return data.ticket?.policeCalls?.edges.map(({ node }) => node) ?? lack?.details.reason ?? null;
    };
    let grantOfCalls: string;
    const grantedCalls = async (): Promise<string> => {
      const number = await requested({
        owner: "public-security",
        coordinates: ["PoliceCall"],
        purposes: [item.market],
        rows: "THIS_CASE",
        reason: "核对投诉起因，只看本案警情",
      });
      await journey.does("kaifu-police-steward", "approveDataGrant", { number, reason: "限本案，脱敏" });
      return number;
    };
    const call = { number: "JQ20260601000007", kind: "PUBLIC_ORDER", summary: "市场内因清运垃圾发生争执" };
    const masked = { ...call, callerName: "罗*", callerPhone: "139****0002" };

    beforeAll(async () => {
      ticket = await dispatchedAfter(
        call,
        { name: "罗小满", phone: "13900000002" },
        "西长街农贸市场内垃圾堆放多日，商户为此争吵，已报过警。",
      );
    });

    it("is withheld from the department that has the ticket, until it states its basis and its case", async () => {
      const { policeCall } = await journey.sees<{ policeCall: object }>(
        "kaifu-police-chief",
        "query ($number: ID!) { policeCall(number: $number) { number callerName } }",
        { number: call.number },
      );
      expect(policeCall).toEqual({ number: call.number, callerName: "罗小满" });
      expect(await callsSeen(reader)).toBe("NO_BASIS");
      expect(await callsSeen(reader, onCase())).toBe("NO_GRANTS");
      grantOfCalls = await grantedCalls();
      expect(await callsSeen(reader)).toBe("NO_BASIS");
      expect(await callsSeen(reader, { "whistlegraph-basis": item.market })).toBe("NO_GRANTS");
      expect(await callsSeen(reader, { ...onCase(), "whistlegraph-basis": item.urban })).toBe("NO_GRANTS");
      expect(await callsSeen(reader, onCase())).toEqual([masked]);
    });

    it("is withheld from a department that has no part in the case, whatever it states", async () => {
      expect(await callsSeen("kaifu-commerce-responder", onCase())).toBeNull();
    });

    it("is on record with the police, with basis and case", async () => {
      await expect
        .poll(async () => {
          const { data } = await stack.ask<{ accessRecords: Page }>(
            `{ accessRecords(filter: { subgraph: "public-security", outcome: MASKED }, first: 50) {
                edges { node { personId entityType entityKeys basis caseNumber } } } }`,
            {},
            "kaifu-police-steward",
          );
          return data.accessRecords.edges.map(({ node }) => node);
        })
        .toEqual([
          {
            personId: reader,
            entityType: "PoliceCall",
            entityKeys: JSON.stringify([call.number]),
            basis: item.market,
            caseNumber: ticket,
          },
        ]);
    });

    it("is told while the ticket is followed, and no longer from the change after the grant was taken back", async () => {
      const client = createClient({
        url: `${stack.url}/graphql`,
        headers: { authorization: await stack.authorizationOf(reader), ...onCase() },
        retryAttempts: 0,
      });
      const changes = client.iterate<{
        ticketChanges: { kind: string; ticket: { policeCalls: Page | null } };
      }>({
        query: `subscription ($ticket: String!) { ticketChanges(number: $ticket, after: 0) {
          kind ticket { policeCalls(first: 5) { edges { node { number callerName } } } } } }`,
        variables: { ticket },
      });
      const next = async () => {
        const { value } = await changes.next();
        const { kind, ticket: changed } = value.data.ticketChanges;
        const [lack] = value.errors ?? [];
        return [
          kind,
          changed.policeCalls?.edges.map(({ node }: { node: object }) => node) ?? lack?.extensions?.code,
        ];
      };
      const seen = [{ number: call.number, callerName: masked.callerName }];
      expect(await next()).toEqual(["TICKET_RECEIVED", seen]);
      for (const kind of ["TICKET_VERIFIED", "TICKET_MATCHED", "TICKET_DISPATCHED"]) {
        expect(await next()).toEqual([kind, seen]);
      }
      await journey.does("kaifu-police-steward", "revokeDataGrant", {
        number: grantOfCalls,
        reason: "核对完毕",
      });
      await journey.does(reader, "signTicket", { number: ticket });
      expect(await next()).toEqual(["TICKET_SIGNED", "WITHHELD"]);
      client.dispose();
    });

    it("ends with the case: what was granted for it opens nothing any more once it is struck off", async () => {
      const number = ticket;
      const standing = await grantedCalls();
      expect(await callsSeen(reader, onCase())).toEqual([masked]);
      await journey.does(reader, "startTicket", { number });
      await journey.does(reader, "handleTicket", {
        number,
        input: { account: "已清运并约谈商户", contacted: true, solved: true },
      });
      await journey.does(reader, "giveFeedback", { number, publicReply: "垃圾已清运，欢迎监督。" });
      await calledBack(journey, "kaifu-dispatcher", number);
      await stack.settle();
      await journey.does("kaifu-dispatcher", "strikeOffTicket", { number });
      expect(await callsSeen(reader, onCase())).toBe("NO_GRANTS");
      await journey.does("kaifu-police-steward", "revokeDataGrant", {
        number: standing,
        reason: "案件已销号",
      });
    });
  });

  describe("a department that nobody granted anything is called to a case", () => {
    const called = "kaifu-commerce-responder";
    const steward = "kaifu-police-steward";
    const calls = { ofCase: "JQ20260601000011", ofAnother: "JQ20260601000012" };
    const masked = { number: calls.ofCase, callerName: "罗*", callerPhone: "139****0003" };
    let rule: string;
    let onCase: string;
    let another: string;
    let whistle: string;

    const stated = (number = onCase) => ({
      "whistlegraph-basis": item.commerce,
      "whistlegraph-case": number,
    });
    const handling = () => ({ "whistlegraph-basis": item.market, "whistlegraph-case": onCase });
    /** The call as it is seen, null where there is none in reach, or why it is withheld. */
    const seen = async (as: string, grounds: Record<string, string>, number = calls.ofCase) => {
      const { data, errors } = await stack.ask<{ policeCall: object | null }>(
        "query ($number: ID!) { policeCall(number: $number) { number callerName callerPhone } }",
        { number },
        as,
        grounds,
      );
      return errors[0]?.details.reason ?? data.policeCall;
    };
    const accessesSeen = async (as: string) => {
      const { ticket } = await journey.sees<{ ticket: { caseAccesses: readonly object[] } }>(
        as,
        `query ($number: String!) { ticket(number: $number) {
          caseAccesses { rule { number } unit { code } parts exclusion { reason } } } }`,
        { number: onCase },
      );
      return ticket.caseAccesses;
    };
    const access = (code: string, part: string, reason?: string) => ({
      rule: { number: rule },
      unit: { code },
      parts: [part],
      exclusion: reason === undefined ? null : { reason },
    });
    const disputed = (number: string, where: string): Promise<string> =>
      dispatchedAfter(
        { number, summary: "摊位争执" },
        { name: "罗小雨", phone: "13900000003" },
        `西长街农贸市场改造后${where}摊位争执不断，已报过警。`,
      );

    beforeAll(async () => {
      onCase = await disputed(calls.ofCase, "东门");
      another = await disputed(calls.ofAnother, "二楼");
    });

    it("reads nothing of the owner's before it is called, nor where the owner opens nothing", async () => {
      expect(await seen(reader, handling())).toBe("NO_GRANTS");
      ({ number: rule } = await journey.does<{ number: string }>(
        steward,
        "setCaseAccessRule",
        {
          input: {
            owner: "public-security",
            parts: ["HANDLING", "LEAD", "ASSISTING"],
            coordinates: ["PoliceCall"],
            validFrom: "2026-06-01T00:00:00+08:00",
            validUntil: "2026-12-31T00:00:00+08:00",
            reason: "协同处置时核对本案警情",
          },
        },
        "{ number }",
      ));
      expect(await seen(reader, handling())).toEqual(masked);
      expect(await seen(called, stated())).toBe("NO_GRANTS");
      expect(await accessesSeen(steward)).toEqual([access(unit.market, "HANDLING")]);
    });

    it("reads the case's rows from the whistle on, masked, stating basis and case", async () => {
      await journey.does(reader, "signTicket", { number: onCase });
      ({ number: whistle } = await journey.does<{ number: string }>(
        "kaifu-street-leader",
        "blowWhistle",
        {
          input: {
            kind: "TACKLING",
            source: "HOTLINE",
            demand: "西长街农贸市场摊位争执不断，请共同整治",
            tickets: [onCase],
            grid: place.marketGrid,
            noGridYet: false,
            assembly: [],
            participants: [
              { unit: unit.market, role: "LEAD" },
              { unit: unit.commerce, role: "ASSISTING" },
              { unit: unit.investment, role: "ASSISTING" },
            ],
          },
        },
        "{ number }",
      ));
      expect(await seen(called, stated())).toEqual(masked);
      expect(await seen(called, { "whistlegraph-basis": item.commerce })).toBe("NO_GRANTS");
      expect(await seen(called, { "whistlegraph-case": onCase })).toBe("NO_BASIS");
      expect(await seen(called, { ...stated(), "whistlegraph-basis": item.market })).toBe(
        "BASIS_NOT_IN_FORCE",
      );
    });

    it("reads no other case's, and nobody else in the district reads this one's", async () => {
      expect(await seen(called, stated(), calls.ofAnother)).toBeNull();
      for (const forged of [another, "430105-20260601-999999", "110117-20260601-000001"]) {
        expect(await seen(called, stated(forged))).toBe("NO_GRANTS");
      }
      const uncalled = { ...stated(), "whistlegraph-basis": item.urban };
      expect(await seen("kaifu-urban-responder", uncalled)).toBe("NO_GRANTS");
      expect(await seen("kaifu-community-staff", stated())).not.toHaveProperty("number");
      const { errors } = await stack.ask(
        `{ _entities(representations: [{ __typename: "PoliceCall", number: "${calls.ofCase}" }]) { ... on PoliceCall { callerName } } }`,
        {},
        called,
        stated(),
      );
      expect(errors.map(({ code }) => code)).toEqual(expect.arrayContaining(["GRAPHQL_VALIDATION_FAILED"]));
    });

    it("is on record with the rule, and both sides see who has what", async () => {
      await expect
        .poll(async () => {
          const { data } = await stack.ask<{ accessRecords: Page }>(
            `query ($case: String!) { accessRecords(filter: { subgraph: "public-security", case: $case, outcome: MASKED }, first: 50) {
                edges { node { personId entityKeys basis grantNumbers } } } }`,
            { case: onCase },
            steward,
          );
          return data.accessRecords.edges.map(({ node }) => node);
        })
        .toContainEqual({
          personId: called,
          entityKeys: JSON.stringify([calls.ofCase]),
          basis: item.commerce,
          grantNumbers: [rule],
        });
      expect(await accessesSeen(called)).toEqual([access(unit.commerce, "ASSISTING")]);
      expect(await accessesSeen(steward)).toContainEqual(access(unit.commerce, "ASSISTING"));
    });

    it("is closed out of one case by the owner, at once, and let in again", async () => {
      const reason = "经办人与当事人有亲属关系";
      const { number } = await journey.does<{ number: string }>(
        steward,
        "excludeFromCase",
        { input: { owner: "public-security", caseNumber: onCase, unit: unit.commerce, reason } },
        "{ number }",
      );
      expect(await seen(called, stated())).toBe("NO_GRANTS");
      expect(await accessesSeen(called)).toEqual([access(unit.commerce, "ASSISTING", reason)]);
      expect(await seen(reader, handling())).toEqual(masked);
      await journey.does(steward, "liftCaseExclusion", { number, reason: "经办人已回避" });
      expect(await seen(called, stated())).toEqual(masked);
    });

    it("reads nothing any more when the whistle is withdrawn, the rule is, or the case is struck off", async () => {
      await journey.does("kaifu-street-leader", "withdrawWhistle", {
        number: whistle,
        reason: "市场监管部门可独立处置",
      });
      expect(await seen(called, stated())).toBe("NO_GRANTS");
      expect(await seen(reader, handling())).toEqual(masked);

      const ofAnother = { ...handling(), "whistlegraph-case": another };
      const account = { account: "已调解并划定摊位", contacted: true, solved: true };
      await journey.does(reader, "handleTicket", { number: onCase, input: account });
      await journey.does(reader, "giveFeedback", { number: onCase, publicReply: "摊位已划定，欢迎监督。" });
      await calledBack(journey, "kaifu-dispatcher", onCase);
      await stack.settle();
      await journey.does("kaifu-dispatcher", "strikeOffTicket", { number: onCase });
      expect(await seen(reader, handling())).toBe("NO_GRANTS");
      expect(await accessesSeen(steward)).toEqual([]);

      expect(await seen(reader, ofAnother, calls.ofAnother)).toMatchObject({ callerName: "罗*" });
      await journey.does(steward, "withdrawCaseAccessRule", { number: rule, reason: "改为逐案授权" });
      expect(await seen(reader, ofAnother, calls.ofAnother)).toBe("NO_GRANTS");
    });
  });

  it("shows the resident who looked: every department, on which basis, and nobody else's (6.7)", async () => {
    const looked = async (as: string) => {
      const { data } = await stack.ask<{ me: { accesses: Page | null }[] | null }>(
        "{ me { accesses(first: 20) { edges { node { unit basis fields } } } } }",
        {},
        as,
      );
      return data.me?.[0]?.accesses?.edges.map(({ node }) => node) ?? null;
    };
    expect(await looked(resident)).toContainEqual(
      expect.objectContaining({ unit: unit.market, basis: agreement }),
    );
    expect(await looked("kaifu-civil-responder")).toBeNull();
    const elsewhere = "{ accessesElsewhere { edges { node { unit } } } }";
    expect(await journey.sees(resident, elsewhere)).toEqual({ accessesElsewhere: { edges: [] } });
  });

  it("puts on record for whom a subgraph asked others", async () => {
    await expect
      .poll(async () => {
        const { data } = await stack.ask<{ accessRecords: Page }>(
          `{ accessRecords(filter: { person: "service:evaluation" }, first: 50) { edges { node { subgraph onBehalfOf } } } }`,
          {},
          "kaifu-data-steward",
        );
        return data.accessRecords.edges.map(({ node }) => node);
      })
      .toContainEqual({ subgraph: "tickets", onBehalfOf: "kaifu-dispatcher" });
  });

  describe("is not to be had by going round", () => {
    const own = { query, variables: { grid: place.marketGrid } };
    const sent = async (authorization: string) => {
      const response = await fetch(`${stack.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization },
        body: JSON.stringify(own),
      });
      const { data, errors } = (await response.json()) as {
        data?: unknown;
        errors?: { extensions: { code: string } }[];
      };
      return { status: response.status, data, code: errors?.[0]?.extensions.code };
    };
    const parts = async () => (await stack.authorizationOf(ownStaff)).replace("Bearer ", "").split(".");
    const signedAnew = async (change: Record<string, unknown> = {}) => {
      const [, claims = ""] = await parts();
      const payload = { ...JSON.parse(Buffer.from(claims, "base64url").toString()), ...change };
      const key = await importJWK(await createPrivateJwk(), "EdDSA");
      return new SignJWT(payload).setProtectedHeader({ alg: "EdDSA", typ: "JWT" }).sign(key);
    };

    it.each<[string, () => Promise<string>]>([
      ["a token of somebody else's key", () => signedAnew()],
      ["one for another audience", () => signedAnew({ aud: "elsewhere" })],
      [
        "one with another's name put in",
        async () => {
          const [head, claims = "", seal] = await parts();
          const payload = JSON.parse(Buffer.from(claims, "base64url").toString());
          const altered = Buffer.from(JSON.stringify({ ...payload, sub: owner })).toString("base64url");
          return [head, altered, seal].join(".");
        },
      ],
      [
        "one that says it needs no signature",
        async () => {
          const head = Buffer.from(JSON.stringify({ alg: "none", typ: "JWT" })).toString("base64url");
          return [head, (await parts())[1], ""].join(".");
        },
      ],
    ])("with %s", async (_, token) => {
      expect(await sent(`Bearer ${await token()}`)).toEqual({
        status: 401,
        data: undefined,
        code: "UNAUTHENTICATED",
      });
    });

    it("with a token of yesterday", async () => {
      const authorization = await stack.authorizationOf(ownStaff);
      expect(await sent(authorization)).toMatchObject({ status: 200 });
      stack.setClock("2026-06-02T09:00:00+08:00");
      expect(await sent(authorization)).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
    });

    it.runIf(mode === "a process per subgraph")(
      "at the subgraph's own door, with a token of its own staff",
      async () => {
        const dispatcher = new Agent({
          connect: { socketPath: socketPathOf(stack.subgraphUrls.get("civil-affairs") ?? "") ?? "" },
        });
        const authorization = await stack.authorizationOf(ownStaff);
        for (const headers of [{ authorization }, { authorization, [envelopeHeader]: await signedAnew() }]) {
          const { statusCode, body } = await request("http://subgraph/graphql", {
            dispatcher,
            method: "POST",
            headers: { "content-type": "application/json", ...headers },
            body: JSON.stringify({ query: "{ _entities(representations: []) { __typename } }" }),
          });
          expect(statusCode).toBe(401);
          expect(await body.json()).toMatchObject({ errors: [{ extensions: { code: "UNSIGNED_REQUEST" } }] });
        }
        await dispatcher.close();
      },
    );
  });
}
