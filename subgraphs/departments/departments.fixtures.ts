import { randomUUID } from "node:crypto";
import type { DataSource } from "typeorm";
import { ItemList } from "./item-list/item-list.ts";
import { ListKind } from "./item-list/list-kind.ts";
import { Matter } from "./matter/matter.ts";
import { PowerItem } from "./power-item/power-item.ts";
import { powerKindOfCode } from "./power-item/power-kind.ts";
import { Responder } from "./responder/responder.ts";
import { Unit } from "./unit/unit.ts";
import { UnitKind, UnitLevel } from "./unit/unit-kind.ts";

/** A small Ganzhou and a small Pinggu for tests, with invented items and people. */
export class Establishment {
  readonly #database: DataSource;

  constructor(database: DataSource) {
    this.#database = database;
  }

  async unit(code: string, name: string, kind: UnitKind, more: Partial<Unit> = {}): Promise<void> {
    await this.#database.manager.insert(Unit, {
      code,
      name,
      secondName: null,
      kind,
      level: levelOf(code, kind),
      parentCode: null,
      divisionCode: code.split("-")[0] ?? code,
      government: kind !== UnitKind.COMPANY,
      validFrom: "2019-01-01",
      validUntil: null,
      ...more,
    });
  }

  async item(code: string, name: string, body: string, more: Partial<PowerItem> = {}): Promise<void> {
    await this.#database.manager.insert(PowerItem, {
      code,
      name,
      kind: powerKindOfCode(code.slice(9, 11)),
      legalBasis: "示例依据",
      bodyUnitCode: body,
      handlingUnitCode: null,
      responsibilitySteps: [],
      sample: true,
      ...more,
    });
  }

  /** A list with its published batches, each effective from a day: items added, and removed by a leading minus. */
  async list(holder: string, kind: ListKind, batches: Record<string, readonly string[]>): Promise<string> {
    const id = `${holder}:${kind}`;
    await this.#database.manager.insert(ItemList, {
      id,
      holderCode: holder,
      kind,
      name: `${holder} ${kind}`,
    });
    let number = 0;
    for (const [effectiveFrom, changes] of Object.entries(batches)) {
      number += 1;
      await this.#database.query(
        "INSERT INTO list_batch (list_id, number, state, document, opened_at) VALUES ($1, $2, 'DRAFT', '示例文号', $3)",
        [id, number, `${effectiveFrom}T00:00:00+08:00`],
      );
      const removed = changes.filter((code) => code.startsWith("-")).map((code) => code.slice(1));
      const added = changes.filter((code) => !code.startsWith("-"));
      await this.#database.query(
        "INSERT INTO list_entry (list_id, item_code, added_in) SELECT $1, code, $2 FROM unnest($3::text[]) AS code",
        [id, number, added],
      );
      await this.#database.query(
        "UPDATE list_entry SET removed_in = $2 WHERE list_id = $1 AND item_code = ANY($3) AND removed_in IS NULL",
        [id, number, removed],
      );
      await this.#database.query(
        `UPDATE list_batch SET state = 'PUBLISHED', published_at = opened_at, effective_from = $3
         WHERE list_id = $1 AND number = $2`,
        [id, number, effectiveFrom],
      );
    }
    return id;
  }

  async matter(code: string, name: string, keywords: readonly string[] = []): Promise<void> {
    await this.#database.manager.insert(Matter, { code, name, keywords: [...keywords] });
  }

  async catalogue(district: string, effectiveFrom: string, arbiter: string): Promise<number> {
    const [{ version }] = await this.#database.query(
      `INSERT INTO dispatch_catalogue (district_code, version, effective_from, arbiter_unit_code)
       SELECT $1, coalesce(max(version), 0) + 1, $2, $3 FROM dispatch_catalogue WHERE district_code = $1
       RETURNING version`,
      [district, effectiveFrom, arbiter],
    );
    return version;
  }

  /** In the given version the unit takes the matter: within its district, or within the division named. */
  async rule(
    version: number,
    matter: string,
    unit: string,
    { item = null, division = matter.slice(0, 6) }: { item?: string | null; division?: string } = {},
  ): Promise<void> {
    await this.#database.query(
      `INSERT INTO dispatch_rule (district_code, catalogue_version, matter_code, unit_code, division_code, item_code)
       VALUES (left($2, 6), $1, $2, $3, $4, $5)`,
      [version, matter, unit, division, item],
    );
  }

  async settlement(version: number, matter: string, division: string, unit: string): Promise<void> {
    await this.#database.query(
      `INSERT INTO overlap_rule (district_code, catalogue_version, matter_code, division_code, unit_code, document)
       VALUES (left($2, 6), $1, $2, $3, $4, '示例划界文件')`,
      [version, matter, division, unit],
    );
  }

  async responder(unit: string, community: string, more: Partial<Responder> = {}): Promise<string> {
    const id = randomUUID();
    await this.#database.manager.insert(Responder, {
      id,
      unitCode: unit,
      communityCode: community,
      personId: `${unit}@${community}`,
      name: "欧阳志平",
      post: "市场监管所副所长",
      phone: "13800000000",
      validFrom: "2020-01-01",
      validUntil: null,
      version: 1,
      ...more,
    });
    return id;
  }
}

function levelOf(code: string, kind: UnitKind): UnitLevel {
  if (kind === UnitKind.STATION) return UnitLevel.SUBDISTRICT;
  const territory = code.split("-")[0]?.length;
  if (territory === 12) return UnitLevel.COMMUNITY;
  return territory === 9 ? UnitLevel.SUBDISTRICT : UnitLevel.DISTRICT;
}

/** Codes of the small Ganzhou (甘州): one street, two communities, two departments; and what they are called. */
export const ganzhou = {
  district: "620702",
  street: "620702001",
  mediation: "620702001-MEDIATION",
  eastGate: "620702001001",
  drumTower: "620702001002",
  health: "620702-HEALTH",
  healthStation: "620702-HEALTH-EAST-STATION",
  market: "620702-MARKET-SUPERVISION",
  keeper: "620702-ESTABLISHMENT-OFFICE",
  centre: "620702-COMMAND-CENTRE",
  company: "620702-WATER-SUPPLY",
  /** 公共场所卫生检查: the health department's; on the street's list from batch 2 on. */
  inspection: "6207020120600100",
  /** 无照经营处罚: market supervision's, on its own list, taken off by its batch 2. */
  penalty: "6207020310200100",
  /** 户外广告检查: nobody has published it. */
  unpublished: "6207020310600200",
  /** 矛盾纠纷调解: the street's own from batch 1. */
  dispute: "6207020011000100",
  /** 社区就业登记: an access item. */
  accessItem: "6207020021000200",
} as const;

/** Street list: batch 1 from 2020-12-01, batch 2 from 2021-03-01. Market list: batch 2 of 2021-06-01 removes. */
export async function ganzhouEstablishment(database: DataSource): Promise<Establishment> {
  const build = new Establishment(database);
  const { district, street } = ganzhou;
  await build.unit(district, "甘州区人民政府", UnitKind.DISTRICT_GOVERNMENT);
  await build.unit(street, "东街街道办事处", UnitKind.SUBDISTRICT_OFFICE, {
    parentCode: district,
    planningParticipation: true,
  });
  await build.unit(ganzhou.mediation, "社会治安综合治理中心", UnitKind.GOVERNANCE_CENTRE, {
    parentCode: street,
  });
  await build.unit(ganzhou.eastGate, "东门社区居委会", UnitKind.COMMUNITY_OFFICE, { parentCode: street });
  await build.unit(ganzhou.drumTower, "鼓楼社区居委会", UnitKind.COMMUNITY_OFFICE, { parentCode: street });
  const below = { parentCode: district };
  await build.unit(ganzhou.health, "甘州区卫生健康局", UnitKind.DEPARTMENT, below);
  await build.unit(ganzhou.healthStation, "卫生监督所东街站", UnitKind.STATION, {
    parentCode: ganzhou.health,
    divisionCode: street,
  });
  await build.unit(ganzhou.market, "甘州区市场监督管理局", UnitKind.DEPARTMENT, {
    ...below,
    secondName: "甘州区知识产权局",
    postsResponders: true,
  });
  await build.unit(ganzhou.keeper, "甘州区委编办", UnitKind.DEPARTMENT, below);
  await build.unit(ganzhou.centre, "甘州区指挥中心", UnitKind.COMMAND_CENTRE, {
    ...below,
    fullTimeStaff: 12,
    roundTheClock: true,
  });
  await build.unit(ganzhou.company, "甘州区供水公司", UnitKind.COMPANY, below);

  await build.item(ganzhou.inspection, "公共场所卫生检查", ganzhou.health);
  await build.item(ganzhou.penalty, "无照经营处罚", ganzhou.market);
  await build.item(ganzhou.unpublished, "户外广告检查", ganzhou.market);
  await build.item(ganzhou.dispute, "矛盾纠纷调解", street);
  await build.item(ganzhou.accessItem, "社区就业登记", ganzhou.eastGate);

  await build.list(street, ListKind.DUTY, {
    "2020-12-01": [ganzhou.dispute],
    "2021-03-01": [ganzhou.inspection],
  });
  await build.list(ganzhou.health, ListKind.POWER, { "2020-12-01": [ganzhou.inspection] });
  await build.list(ganzhou.market, ListKind.POWER, {
    "2020-12-01": [ganzhou.penalty],
    "2021-06-01": [`-${ganzhou.penalty}`],
  });
  await build.list(district, ListKind.COMMUNITY_ACCESS, { "2020-12-01": [ganzhou.accessItem] });
  return build;
}

/** A page of a connection as a client reads it. */
export interface AskedPage<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Follows a list's cursors to its end. */
export async function everyPage<Node>(
  ask: (after: string | null) => Promise<AskedPage<Node>>,
): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo }: AskedPage<Node> = await ask(after);
    nodes.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return nodes;
    after = pageInfo.endCursor;
  }
}
