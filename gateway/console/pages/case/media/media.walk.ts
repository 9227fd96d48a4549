import { beforeAll, expect, it } from "vitest";
import { amr } from "../../../../../subgraphs/tickets/media/media.fixtures.ts";
import {
  type Building,
  expectAccessible,
  expectNoSidewaysScroll,
  lookName,
  looks,
} from "../../../../../test/console/visitor.ts";
import { multipartForm } from "../../../../../test/testkit/multipart.ts";
import { dispatcher, patience, sampleWithPhoto, settled } from "../case-walk.fixtures.ts";

/** Sees every case of the district, and not who asked in it. */
const leader = "kaifu-district-leader";

export function mediaWalk(building: () => Building): void {
  let number = "";
  beforeAll(async () => {
    number = await reportedWith(building(), [await photo(building()), wav, amr]);
  });

  it.each(looks.map((look) => [lookName(look), look] as const))(
    "are shown in small and opened large, or heard: %s",
    async (_, look) => {
      const zh = look.language === "zh";
      const { page, complaints, close } = await building().visit(dispatcher, `/case/${number}`, look);
      await settled(page);
      const media = page.getByRole("list", { name: zh ? "照片、语音" : "Photos and recordings" });
      const small = media.getByRole("img", {
        name: zh ? /^照片 1.*随诉求 430105-D-/ : /^Photo 1 of 3, came/,
      });
      await media.scrollIntoViewIfNeeded();
      await expect.poll(() => small.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(640);
      await expectAccessible(page);

      const enlarge = media.getByRole("button", { name: zh ? /^放大：照片 1/ : /^Enlarge: Photo 1/ });
      await enlarge.focus();
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog");
      await dialog.locator("img").waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);

      await page.keyboard.press("ArrowRight");
      const sound = dialog.locator("audio");
      await expect.poll(() => sound.evaluate((it: HTMLAudioElement) => it.duration)).toBe(1);
      await expectAccessible(page);
      await dialog.getByRole("button", { name: zh ? "下一件" : "Next" }).click();
      await dialog.getByText("audio/amr").waitFor();
      expect(await dialog.getByRole("link").getAttribute("download")).toMatch(/^430105-D-.*-3\.amr$/);

      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      expect(await enlarge.evaluate((it) => it === document.activeElement)).toBe(true);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it("are closed where one would hear who speaks, to whom may not know who asked", async () => {
    const { page, complaints, close } = await building().visit(leader, "/case");
    const asked: string[] = [];
    page.on("request", (request) => void asked.push(new URL(request.url()).pathname));
    await page.goto(`${building().stack.url}/case/${number}`);
    await settled(page);
    const items = page.getByRole("list", { name: "照片、语音" }).getByRole("listitem");
    await items.first().getByRole("img").waitFor();
    for (const nth of [1, 2]) {
      expect(await items.nth(nth).textContent()).toContain("未开放");
      expect(await items.nth(nth).getByRole("button").count()).toBe(0);
    }
    expect(asked.filter((path) => path.startsWith("/media/"))).toHaveLength(1);
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await close();
  });

  it("are there to be seen in the demo, drawn and marked as samples", async () => {
    const { number, demands } = await sampleWithPhoto(building());
    const { media, number: demand } = demands.edges[0]?.node ?? {};
    const look = { dark: true, phone: true };
    const { page, complaints, close } = await building().visit(dispatcher, `/case/${number}`, look);
    await settled(page);
    const list = page.getByRole("list", { name: "照片、语音" });
    await list.scrollIntoViewIfNeeded(patience);
    const small = list.getByRole("img", { name: `随诉求 ${demand} 报来` });
    await expect.poll(() => small.count()).toBe(media?.length);
    for (const each of await small.all()) {
      await expect.poll(() => each.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(480);
    }
    await expectAccessible(page);
    await list.getByRole("button").first().click();
    const large = page.getByRole("dialog").locator("img");
    await expect.poll(() => large.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(480);
    await expectNoSidewaysScroll(page);
    expect(complaints).toEqual([]);
    await close();
  });

  it("say so when they cannot be fetched, and are fetched again", async () => {
    const { page, close } = await building().visit(dispatcher, "/case");
    await page.route("**/media/*", (route) => route.abort());
    await page.goto(`${building().stack.url}/case/${number}`);
    const first = page.getByRole("list", { name: "照片、语音" }).getByRole("listitem").first();
    await first.scrollIntoViewIfNeeded(patience);
    await first.getByText("系统暂不可用").waitFor();
    await expectAccessible(page);
    await page.unroute("**/media/*");
    await first.getByRole("button", { name: "重试" }).click();
    await first.getByRole("img").waitFor();
    await close();
  });
}

async function photo({ browser }: Building): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 640, height: 480 } });
  const taken = await page.screenshot({ type: "jpeg" });
  await page.close();
  return taken;
}

/** A second of silence, as eight thousand samples of a byte. */
const wav = ((): Buffer => {
  const sound = Buffer.alloc(44 + 8_000, 0x80);
  sound.write("RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0", 0, "latin1");
  sound.writeUInt32LE(36 + 8_000, 4);
  sound.writeUInt32LE(8_000, 24);
  sound.writeUInt32LE(8_000, 28);
  sound.write("\x01\0\x08\0data", 32, "latin1");
  sound.writeUInt32LE(8_000, 40);
  return sound;
})();

/** The ticket of a demand that came with files. */
async function reportedWith({ stack }: Building, files: readonly Buffer[]): Promise<string> {
  const body = multipartForm({
    operations: {
      query: `mutation ($input: ReportDemandInput!) {
        reportDemand(input: $input, idempotencyKey: "case-walk-media") { ticket { number } } }`,
      variables: {
        input: {
          kind: "COMPLAINT",
          channel: "HOTLINE_12345",
          text: "连升街社区三栋门前井盖翘起，有照片和录音。",
          urgency: "ORDINARY",
          media: files.map(() => null),
          place: { gridCode: "430105010003001" },
          demander: { kind: "PERSON", name: "罗小满", phone: "13900000002" },
        },
      },
    },
    map: Object.fromEntries(files.map((_, index) => [`file${index}`, [`variables.input.media.${index}`]])),
    files: Object.fromEntries(files.map((content, index) => [`file${index}`, { content }])),
  });
  const headers = {
    authorization: await stack.authorizationOf(dispatcher),
    "apollo-require-preflight": "true",
  };
  const response = await fetch(`${stack.url}/graphql`, { method: "POST", headers, body });
  const { data, errors } = await response.json();
  expect(errors).toBeUndefined();
  return data.reportDemand.ticket.number;
}
