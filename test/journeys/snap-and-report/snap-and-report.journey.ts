import { readdir } from "node:fs/promises";
import { Client } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import {
  jpeg,
  m4a,
  plainJpeg,
  plainPng,
  png,
  position,
  svg,
} from "../../../subgraphs/tickets/media/media.fixtures.ts";
import { multipartForm, type SentFile } from "../../testkit/multipart.ts";
import type { TestStack } from "../../testkit/stack.ts";
import { item, matter, place } from "../ground.ts";
import { type Journey, journeyThrough } from "../journey.ts";

/** What the plate on the wall carries. */
const plate = "430105010003-QR7F2K";
const resident = "kaifu-resident";

const mutation = `mutation Snap($input: ReportDemandInput!, $key: String!) {
  reportDemand(input: $input, idempotencyKey: $key) {
    number media { id kind contentType bytes url } building { code } grid { code } division { code } ticket { number }
  }
}`;

interface Media {
  readonly id: string;
  readonly kind: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly url: string | null;
}

interface Reported {
  readonly number: string;
  readonly media: readonly Media[];
  readonly ticket: { readonly number: string };
}

interface Answer {
  readonly status: number;
  readonly data?: { readonly reportDemand: Reported | null } | null;
  readonly code: unknown;
  readonly rule?: unknown;
  readonly allowed?: unknown;
}

/** 随手拍、语音报: somebody scans the plate on the wall, takes photos, speaks, and sends it all in one call. */
export function snapAndReport(on: () => TestStack): void {
  let stack: TestStack;
  let journey: Journey;
  let reported: Reported;

  beforeAll(async () => {
    stack = on();
    stack.setClock("2026-06-03T09:00:00+08:00");
    journey = journeyThrough(stack);
    const client = new Client({ connectionString: stack.databaseUrls.get("grids") });
    await client.connect();
    await client.query(
      `INSERT INTO building (code, community_code, grid_code, name, address, longitude, latitude, synthetic)
       VALUES ('${plate}', '${place.lianshengjie}', '${place.marketGrid}', '3号楼', '连升街社区3号楼', 112.98, 28.2, true)`,
    );
    await client.query(
      `INSERT INTO grid_member (id, person_id, division_code, kind_code, name, phone, services)
       SELECT '430105-M-1', 'kaifu-grid-member', '${place.lianshengjie}', min(code), '成小雨', '13800000001', '网格服务'
       FROM member_kind`,
    );
    await client.query(
      `INSERT INTO grid_assignment (id, member_id, grid_code, valid_from)
       VALUES ('430105-A-1', '430105-M-1', '${place.marketGrid}', '2019-01-01')`,
    );
    await client.end();
  });

  const input = {
    kind: "COMPLAINT",
    channel: "SNAP_AND_REPORT",
    text: "楼道口堆满垃圾，味道很大",
    place: { buildingCode: plate },
  };
  const photos: readonly SentFile[] = [
    { content: jpeg(), name: "../../etc/passwd", type: "text/html" },
    { content: png },
    { content: m4a, name: "voice.exe" },
  ];

  const send = async (
    as: string | undefined,
    form: FormData,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await fetch(`${stack.url}/graphql`, {
      method: "POST",
      headers: {
        ...(as && { authorization: await stack.authorizationOf(as) }),
        "apollo-require-preflight": "true",
        ...headers,
      },
      body: form,
    });
    const { data, errors } = (await response.json()) as {
      data?: Answer["data"];
      errors?: [{ extensions: { code: unknown; messageZh: unknown; rule?: unknown; allowed?: unknown } }];
    };
    if (errors) expect(errors[0].extensions.messageZh ?? "").toMatch(/\p{Script=Han}|^$/u);
    const { code, rule, allowed } = errors?.[0].extensions ?? {};
    return { status: response.status, data, code, rule, allowed };
  };

  const report = (as: string, key: string, files: readonly SentFile[] = photos, more: object = {}) =>
    send(
      as,
      multipartForm({
        operations: {
          query: mutation,
          variables: { input: { ...input, media: files.map(() => null), ...more }, key },
        },
        map: Object.fromEntries(files.map((_, index) => [index, [`variables.input.media.${index}`]])),
        files: Object.fromEntries(files.map((file, index) => [index, file])),
      }),
    );

  const fetched = async (as: string | undefined, url: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${stack.url}${url}`, {
      headers: { ...(as && { authorization: await stack.authorizationOf(as) }), ...headers },
    });
    return {
      status: response.status,
      headers: response.headers,
      content: Buffer.from(await response.arrayBuffer()),
    };
  };

  /** Files and rows that are kept. */
  const kept = async (): Promise<{ files: number; rows: number }> => {
    const client = new Client({ connectionString: stack.databaseUrls.get("tickets") });
    await client.connect();
    const { rows } = await client.query("SELECT count(*)::int AS rows FROM media");
    await client.end();
    return { files: (await readdir(stack.mediaFolder)).length, rows: rows[0].rows };
  };

  it("ZY-14: a scanned plate gives building, grid and member to anybody, without a word typed", async () => {
    const { building } = await journey.sees<{ building: object }>(
      undefined,
      "query ($code: String!) { building(code: $code) { name grid { code } division { code } members { name } } }",
      { code: plate },
    );
    expect(building).toEqual({
      name: "3号楼",
      grid: { code: place.marketGrid },
      division: { code: place.lianshengjie },
      members: [{ name: "成小雨" }],
    });
  });

  it("ZY-9, ZY-14: photos and voice with the demand in one call, and no place but the plate", async () => {
    const { data, code } = await report(resident, "snap-key-1");
    expect(code).toBeUndefined();
    reported = data?.reportDemand as Reported;
    expect(reported).toMatchObject({
      media: [
        { kind: "PHOTO", contentType: "image/jpeg", bytes: plainJpeg.length },
        { kind: "PHOTO", contentType: "image/png", bytes: plainPng.length },
        { kind: "VOICE", contentType: "audio/mp4", bytes: m4a.length },
      ],
      building: { code: plate },
      grid: { code: place.marketGrid },
      division: { code: place.lianshengjie },
    });
    expect(await kept()).toEqual({ files: 3, rows: 3 });
  });

  it("gives them back to who sent them, without where they were taken", async () => {
    const [first, second, voice] = await Promise.all(
      reported.media.map(({ url }) => fetched(resident, url ?? "")),
    );
    expect(first?.content).toEqual(plainJpeg);
    expect(second?.content).toEqual(plainPng);
    expect(voice?.content.includes(position)).toBe(false);
    expect(Object.fromEntries(first?.headers ?? [])).toMatchObject({
      "content-type": "image/jpeg",
      "content-disposition": `attachment; filename="${reported.media[0]?.id}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
      "content-security-policy": "default-src 'none'; sandbox",
    });
  });

  it("gives a part of a recording to a player that asks for one", async () => {
    const [, , voice] = reported.media;
    const whole = await fetched(resident, voice?.url ?? "");
    const part = await fetched(resident, voice?.url ?? "", { range: "bytes=4-7" });
    expect([part.status, part.content.toString()]).toEqual([206, "ftyp"]);
    expect(part.headers.get("content-range")).toBe(`bytes 4-7/${m4a.length}`);
    const end = await fetched(resident, voice?.url ?? "", { range: "bytes=-5" });
    expect(end.content).toEqual(whole.content.subarray(-5));
    expect((await fetched(resident, voice?.url ?? "", { range: "bytes=99999-" })).status).toBe(416);
  });

  it("gives the officer of the case all, whoever may not know who asked the photos alone, and others nothing", async () => {
    const { number } = reported.ticket;
    await journey.does("kaifu-community-staff", "verifyTicket", {
      number,
      input: { findings: "现场核实属实，社区无力解决", communityCanSolve: false },
    });
    await journey.does("kaifu-dispatcher", "matchTicket", { number, input: { matter: matter.market } });
    const [photo, , voice] = reported.media;
    expect((await fetched("kaifu-market-responder", photo?.url ?? "")).status).toBe(404);
    await journey.does("kaifu-dispatcher", "dispatchTicket", { number });

    for (const { url } of reported.media) {
      expect((await fetched("kaifu-market-responder", url ?? "")).status).toBe(200);
      expect((await fetched("kaifu-commerce-responder", url ?? "")).status).toBe(404);
      expect((await fetched("pinggu-dispatcher", url ?? "")).status).toBe(404);
      expect((await fetched("pinggu-resident", url ?? "")).status).toBe(404);
      expect((await fetched(undefined, url ?? "")).status).toBe(401);
    }
    // The district leader sees tickets, and not who asked.
    expect((await fetched("kaifu-district-leader", photo?.url ?? "")).status).toBe(200);
    const withheld = await fetched("kaifu-district-leader", voice?.url ?? "");
    expect(withheld.status).toBe(403);
    expect(JSON.parse(withheld.content.toString())).toMatchObject({
      errors: [{ extensions: { code: "WITHHELD" } }],
    });
    for (const url of [
      "/media/00000000-0000-4000-8000-000000000000",
      "/media/none",
      "/media/..%2Fgraphql",
      "/media/",
    ]) {
      expect((await fetched(resident, url)).status).toBe(404);
    }
  });

  it("puts on record who opened them, and whom they are about", async () => {
    const records = async () => {
      const { data } = await stack.ask<{ accessRecords: { edges: { node: { personId: string } }[] } }>(
        `{ accessRecords(filter: { subgraph: "tickets", person: "kaifu-market-responder" }, first: 50) {
            edges { node { personId entityType operationName subjects outcome } } } }`,
        {},
        "kaifu-data-steward",
      );
      return data.accessRecords.edges.map(({ node }) => node);
    };
    await expect.poll(records).toContainEqual({
      personId: "kaifu-market-responder",
      entityType: "Media",
      operationName: "MediaContent",
      subjects: [`person:${resident}`],
      outcome: "GIVEN",
    });
  });

  it("is one demand with one set of files, however often a bad network has it sent (6.7)", async () => {
    const before = await kept();
    const again = await report(resident, "snap-key-1");
    expect(again.data?.reportDemand).toEqual(reported);
    expect(await kept()).toEqual(before);
    expect((await report(resident, "snap-key-1", photos.slice(1))).code).toBe("IDEMPOTENCY_KEY_REUSED");
    expect(await kept()).toEqual(before);
  });

  it("KF-5: sent again under another key within minutes it is told which ticket it is, and keeps nothing", async () => {
    const before = await kept();
    expect(await report(resident, "snap-key-9")).toMatchObject({
      code: "DEMAND_SENT_AGAIN",
      rule: "KF-5",
      allowed: { values: [reported.ticket.number] },
    });
    expect(await kept()).toEqual(before);
  });

  describe("keeps nothing of what it refuses", () => {
    const big = Buffer.concat([jpeg(), Buffer.alloc(11 * 1024 * 1024)]);
    const photo = { content: jpeg() };

    it.each([
      ["a drawing with a script in it, called a photo", [photo, { content: svg }], "FILE_TYPE_REFUSED", 415],
      ["11 MB", [photo, { content: big }], "FILE_TOO_LARGE", 413],
      ["ten files", Array(10).fill(photo), "UPLOAD_MALFORMED", 400],
      ["half a photo", [photo, { content: jpeg().subarray(0, 90) }], "FILE_DAMAGED", 415],
      ["an empty file", [{ content: Buffer.alloc(0) }], "FILE_TYPE_REFUSED", 415],
    ] as const)("%s", async (_, files, code, status) => {
      const before = await kept();
      expect(await report(resident, "snap-key-2", files as readonly SentFile[])).toMatchObject({
        code,
        status,
      });
      expect(await kept()).toEqual(before);
    });

    it("a demand that is refused by its own rules", async () => {
      const before = await kept();
      expect((await report(resident, "snap-key-3", [photo], { text: " " })).code).toBe("BAD_INPUT");
      expect((await report("kaifu-commerce-responder", "snap-key-3", [photo])).code).toBe("NO_INTAKE_HERE");
      expect(await kept()).toEqual(before);
    });

    const operations = {
      query: mutation,
      variables: { input: { ...input, media: [null] }, key: "snap-key-4" },
    };
    const fits = { 0: ["variables.input.media.0"] };
    it.each([
      ["a place that every object has", { 0: ["variables.__proto__.media"] }, { 0: photo }],
      ["a place in what every object has", { 0: ["variables.input.__proto__.0"] }, { 0: photo }],
      ["a place beyond the list", { 0: ["variables.input.media.1"] }, { 0: photo }],
      ["a place of a text", { 0: ["variables.input.text"] }, { 0: photo }],
      ["a place outside the variables", { 0: ["query"] }, { 0: photo }],
      ["one place for two files", { 0: fits[0], 1: fits[0] }, { 0: photo, 1: photo }],
      ["no places", { 0: [] }, { 0: photo }],
      ["a list", [fits[0]], { 0: photo }],
      ["nothing", null, { 0: photo }],
      ["a file that does not come", fits, {}],
      ["no word of a file that comes", fits, { 0: photo, 1: photo }],
    ])("a map with %s", async (_, map, files) => {
      const before = await kept();
      const answer = await send(resident, multipartForm({ operations, map, files }));
      expect([answer.status, answer.code]).toEqual([400, "UPLOAD_MALFORMED"]);
      expect(await kept()).toEqual(before);
    });

    it("what nobody sends who is signed in, and what another site's page could send", async () => {
      const form = () => multipartForm({ operations, map: fits, files: { 0: photo } });
      const before = await kept();
      expect(await send(undefined, form())).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
      const response = await fetch(`${stack.url}/graphql`, {
        method: "POST",
        headers: { authorization: await stack.authorizationOf(resident) },
        body: form(),
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: "CROSS_SITE_REQUEST" } }],
      });
      expect(await kept()).toEqual(before);
    });

    it("files of somebody else's, and files that a demand has already", async () => {
      const [{ id = "" } = {}] = reported.media;
      for (const [as, key] of [
        ["kaifu-dispatcher", "snap-key-5"],
        [resident, "snap-key-6"],
      ] as const) {
        const other = { ...input, text: `楼道口又堆满垃圾 ${key}`, media: [id] };
        const { errors } = await stack.ask(mutation, { input: other, key }, as);
        expect(errors).toMatchObject([{ code: "MEDIA_NOT_TO_BE_HAD" }]);
      }
    });
  });

  it("opens nothing of a ticket's files on a case that is not the reader's", async () => {
    const [photo] = reported.media;
    const stated = { "whistlegraph-basis": item.commerce, "whistlegraph-case": reported.ticket.number };
    expect((await fetched("kaifu-commerce-responder", photo?.url ?? "", stated)).status).toBe(404);
  });
}
