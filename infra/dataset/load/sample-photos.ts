import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { MediaKind } from "../../../subgraphs/tickets/media/media-kind.ts";
import { openStorage } from "../../../subgraphs/tickets/media/storage/open-storage.ts";
import { connect } from "../../postgres/connect.ts";
import { draw, mirrored } from "../photos/drawing.ts";
import { scenes } from "../photos/scenes.ts";
import type { ChannelCode } from "../world/demands/channels.ts";
import { Random } from "../world/random.ts";

/** Channels by which somebody reports who stands before it with a camera. */
const photographing: readonly ChannelCode[] = [
  "SNAP_AND_REPORT",
  "BUILDING_CODE",
  "DIGITAL_CITY",
  "OPINION_LINE",
  "HOUSEHOLD_VISIT",
];

/** So many demands of each matter in each district, the latest: enough to come upon, in a moment of a first start. */
const LATEST = 2;

/** How many of them come with a second photo, from the other side. */
const SECOND = 0.4;

interface Demand {
  readonly number: string;
  readonly districtCode: string;
  readonly receivedAt: Date;
  /** Without the district. */
  readonly matter: string;
}

/**
 * Gives some demands of a loaded dataset photos: drawings of our own that say they are samples, kept as photos are. What
 * has any is left alone. Says how many there were to give.
 */
export async function addSamplePhotos(databaseUrl: string, mediaUrl: string): Promise<number> {
  const storage = await openStorage(mediaUrl);
  const client = await connect(databaseUrl);
  try {
    const { rows } = await client.query<Demand>(
      `SELECT number, district_code AS "districtCode", received_at AS "receivedAt", matter FROM (
         SELECT demand.*, right(matter_code, 4) AS matter,
                row_number() OVER (PARTITION BY matter_code ORDER BY demand.received_at DESC, demand.number) AS nth
         FROM demand JOIN ticket ON ticket.number = ticket_number
         WHERE demand.channel_code = ANY ($1) AND right(matter_code, 4) = ANY ($2) AND demand.kind <> 'CONSULTATION'
       ) AS shown
       WHERE nth <= $3 AND NOT EXISTS (SELECT FROM media WHERE demand_number = shown.number)`,
      [photographing, scenes.flatMap(({ matters }) => matters), LATEST],
    );
    const photos = rows.flatMap(photosOf);
    // Told of once they are there: a row without its file would be a system that is down.
    await Promise.all(photos.map(({ id, content }) => storage.put(id, Readable.from([content]))));
    await client.query(
      `INSERT INTO media (id, person_id, uploaded_at, kind, content_type, bytes, digest, district_code, demand_number, place)
       SELECT id, 'sample', "uploadedAt", $1, 'image/png', bytes, digest, "districtCode", "demandNumber", place
       FROM jsonb_to_recordset($2) AS given(id uuid, "uploadedAt" timestamptz, bytes integer, digest text,
                                            "districtCode" text, "demandNumber" text, place smallint)`,
      [MediaKind.PHOTO, JSON.stringify(photos.map(({ content, ...row }) => row))],
    );
    return photos.length;
  } finally {
    await client.end();
  }
}

/** The same for the same demand, ids too. */
function photosOf({ number, districtCode, receivedAt, matter }: Demand) {
  const random = Random.seeded(`photos/${number}`);
  const shapes = scenes.find(({ matters }) => matters.includes(matter))?.shapes(random) ?? [];
  const views = random.chance(SECOND) ? [shapes, mirrored(shapes)] : [shapes];
  return views.map((view, index) => {
    const content = draw(view);
    return {
      id: random.split(String(index)).uuid(),
      uploadedAt: receivedAt,
      bytes: content.length,
      digest: createHash("sha256").update(content).digest("hex"),
      districtCode,
      demandNumber: number,
      place: index + 1,
      content,
    };
  });
}
