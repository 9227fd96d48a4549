import { Post } from "../../../shared/principal.ts";
import {
  codesOf,
  findingsUnder,
  found,
  outOfOffice,
  type ProfileFinding,
  repeated,
} from "./profile-finding.ts";
import { bodiesOfPost, kindsOfBody, reaches, type UnitKindFacts, unitKinds } from "./unit-kinds.ts";
import { clocksHoles } from "./whistle-clock.findings.ts";
import type { WhistleKindRules, WhistleRules } from "./whistle-profile.schema.ts";

/** What a whistle of one kind would stumble over, from being blown to its clocks. */
export function kindHoles(profile: WhistleRules, kind: WhistleKindRules, path: string): ProfileFinding[] {
  return [
    ...termHoles(profile, kind, path),
    ...blowerHoles(kind, path),
    ...targetHoles(kind, path),
    ...filingHoles(kind, `${path}.filedWith`),
    ...clocksHoles(kind, path),
  ];
}

function termHoles(profile: WhistleRules, kind: WhistleKindRules, path: string): ProfileFinding[] {
  const { findings, hole } = findingsUnder(path);

  const { requires, blowers } = kind;
  const ofTicket =
    requires.verification || requires.urgency || blowers.some(({ handlesTicket }) => handlesTicket);
  if (ofTicket && !requires.ticket) {
    const en = "verification, urgency and handling are facts of a ticket, and none is required";
    hole("TICKET_NOT_REQUIRED", "requires.ticket", en, "核实、紧急程度与承办均以工单为据，而此哨不要求工单");
  }
  for (const list of ["themes", "taskForceFor"] as const) {
    const known = list === "themes" ? codesOf(profile.themes) : kind.themes;
    kind[list].forEach((code, index) => {
      if (!known.includes(code))
        hole("UNKNOWN_THEME", `${list}.${index}`, `there is no theme ${code}`, `没有主题 ${code}`);
    });
  }
  return [...findings, ...repeated(codesOf(kind.assembly), `${path}.assembly`)];
}

function blowerHoles({ blowers, screenedBy }: WhistleKindRules, path: string): ProfileFinding[] {
  const { findings, hole } = findingsUnder(path);

  if (blowers.length === 0) hole("NOBODY_MAY_BLOW", "blowers", "nobody may blow it", "无人可吹此哨");
  blowers.forEach(({ posts, body, screened }, index) => {
    posts.forEach((post, at) => {
      if (bodiesOfPost[post].includes(body)) return;
      const zh = `没有 ${body} 的 ${post}`;
      hole("POST_NOT_OF_BODY", `blowers.${index}.posts.${at}`, `no ${post} acts for a ${body}`, zh);
    });
    if (posts.includes(Post.RESIDENT) && !screened) {
      const en = "residents' whistles are screened first (PG-9)";
      hole("RESIDENT_UNSCREENED", `blowers.${index}.screened`, en, "居民吹哨须先筛选入池");
    }
  });
  const waiting = blowers.filter(({ screened }) => screened);
  if (waiting.length > 0 && screenedBy.length === 0) {
    hole("NOBODY_SCREENS", "screenedBy", "a screened whistle would wait for ever", "须筛选的哨无人筛选");
  }
  screenedBy.forEach((post, index) => {
    if (!waiting.some(({ posts }) => posts.includes(post))) return;
    const en = `${post} would screen its own whistles`;
    hole("SCREENS_OWN", `screenedBy.${index}`, en, `${post} 将筛选自己的哨`);
  });
  return [...findings, ...outOfOffice(screenedBy, `${path}.screenedBy`)];
}

/** Whether those called can lie where the whistle reaches, and whether somebody there may answer. */
function targetHoles(kind: WhistleKindRules, path: string): ProfileFinding[] {
  const { lead, assisting, answeredBy, blowers } = kind;
  const { findings, hole } = findingsUnder(path);

  if (assisting.min > assisting.max) {
    const en = "it needs more assisting units than it allows";
    hole("TARGETS_IMPOSSIBLE", "assisting", en, "协办单位下限大于上限");
  }
  if (lead.isBlower && assisting.max === 0) {
    const en = "the blower leads, and nobody else is called";
    hole("NOBODY_CALLED", "assisting.max", en, "吹哨单位牵头而未呼叫他人");
  }
  if (lead.isBlower) {
    blowers.forEach(({ body }, index) => {
      if (lead.kinds.some((each) => kindsOfBody[body].includes(each))) return;
      const en = `the blower leads, and no ${body} is among the kinds that may lead`;
      hole("BLOWER_CANNOT_LEAD", `blowers.${index}.body`, en, `吹哨单位牵头，而可牵头的单位中没有 ${body}`);
    });
  }
  if (answeredBy.length === 0) hole("NOBODY_MAY_ANSWER", "answeredBy", "nobody may answer it", "无人应哨");
  for (const role of ["lead", "assisting"] as const) {
    const { kinds, reach } = kind[role];
    kinds.forEach((called, index) => {
      const { posts, within }: UnitKindFacts = unitKinds[called];
      const at = `${role}.kinds.${index}`;
      if (reaches.indexOf(within) > reaches.indexOf(reach)) {
        const en = `a ${called} lies in no ${reach}: the whistle would never reach it`;
        hole("TARGET_OUT_OF_REACH", at, en, `${called} 不在 ${reach} 范围内，此哨无法呼叫`);
      }
      if (answeredBy.length > 0 && !answeredBy.some((post) => posts.includes(post))) {
        const en = `nobody who answers it serves in a ${called}`;
        hole("NOBODY_ANSWERS_THERE", at, en, `应哨岗位中没有人在 ${called} 任职`);
      }
    });
  }
  return [...findings, ...outOfOffice(answeredBy, `${path}.answeredBy`)];
}

/** 报备 goes to somebody else than the blower, once, and to whoever is there for every place it may be blown for. */
function filingHoles({ filedWith, blowers }: WhistleKindRules, path: string): ProfileFinding[] {
  return filedWith.flatMap((level, index) => {
    const at = `${path}.${index}`;
    if (filedWith.indexOf(level) < index)
      return [found("DUPLICATE_CODE", at, `${level} is there twice`, `${level} 重复`)];
    if (blowers.some(({ body }) => body === level)) {
      return [found("FILED_WITH_BLOWER", at, "it would be filed with its own blower", "报备给了吹哨方自己")];
    }
    const isWider = level === "SUBDISTRICT" && blowers.some(({ body }) => body === "DISTRICT");
    if (!isWider) return [];
    const en = "the district may blow it for a place that lies in no sub-district";
    return [found("FILED_WITH_NOBODY", at, en, "区县吹哨的地点可能不在任何街道，无从报备")];
  });
}
