import type { Matter } from "../matters/matter.ts";
import type { Random, Weighted } from "../random.ts";
import type { Voice } from "./channels.ts";
import {
  circumstances,
  closings,
  concerns,
  confidences,
  type DemandKind,
  feelings,
  histories,
  inquiries,
  onScene,
  openings,
  repeats,
  selves,
  sights,
  wishes,
} from "./phrases.ts";

/** What a demand says, before it is said. */
export interface Telling {
  readonly voice: Voice;
  readonly kind: DemandKind;
  readonly matter: Matter;
  /** A second matter in the same message. */
  readonly second: Matter | null;
  /** Null when the place is not said. */
  readonly place: string | null;
  /** 张先生 */
  readonly caller: string;
  readonly slots: Slots;
  readonly confidential: boolean;
  /** Writes often about the same thing. */
  readonly repeated: boolean;
}

/** What the phrases of a matter leave open. */
export interface Slots {
  /** 3号楼2单元, 村东头 */
  readonly spot: string;
  /** An enterprise, by one of its names. */
  readonly shop: string;
  readonly market: string;
}

export const SHORTEST = 50;
export const LONGEST = 800;

const ROADS = ["南门外的路口", "公交站旁边", "后面那条小路", "学校门口那条路", "北侧支路", "主路拐弯处"];
const SINCE = ["最近", "最近半个月", "这段时间", "近一个月来", "从上个月开始", "这一个多星期"];
const HOURS = ["晚上八九点", "晚上十点以后", "夜里十一点多", "傍晚六点多", "后半夜"];
const NUMBERS = ["三", "四", "五", "六", "七", "八"];

/** Fills `{since}` and the like, each anew where it stands. */
function fill(random: Random, phrase: string, { slots, voice, place, caller }: Telling): string {
  return phrase.replace(/\{(\w+)\}/g, (slot, name: string) => {
    switch (name) {
      case "spot":
        return slots.spot;
      case "shop":
        return slots.shop;
      case "market":
        return slots.market;
      case "road":
        return random.pick(ROADS);
      case "since":
        return random.pick(SINCE);
      case "hour":
        return random.pick(HOURS);
      case "n":
        return random.pick(NUMBERS);
      case "self":
        return selves[voice];
      case "place":
        return place ?? "";
      case "caller":
        return caller;
      default:
        return slot;
    }
  });
}

/** How long people get: most are done in a few sentences, some fill the page. */
const LENGTHS: Weighted<readonly [number, number]> = [
  [[50, 100], 30],
  [[100, 200], 44],
  [[200, 420], 19],
  [[420, 760], 7],
];

/** What is said of the matter itself, by the kind of demand. */
function substance(random: Random, { kind, matter, voice }: Telling): string[] {
  const { facts, effects, question, suggestion, wish } = matter.phrases;
  const ask = random.pick(wishes[voice]).replace("{wish}", wish);
  if (voice === "SENSOR") return [`${matter.name}，${random.pick(facts)}`, ask];
  switch (kind) {
    case "CONSULTATION":
      return [...(random.chance(0.4) ? [random.pick(facts)] : []), `${question}？`];
    case "SUGGESTION":
      return [random.pick(facts), suggestion];
    case "HELP":
      return [random.pick(facts), random.pick(effects), ask];
    case "COMPLAINT":
      return [...random.sample(facts, random.chance(0.5) ? 2 : 1), random.pick(effects), ask];
    case "REPORT":
      return [...random.sample(facts, random.chance(0.6) ? 2 : 1), ask];
  }
}

/** Speech runs on in commas; writing stops. */
const joined = (voice: Voice, sentences: readonly string[]): string => {
  const stop = voice === "SPEAKER" ? "，" : "。";
  return sentences
    .filter((sentence) => sentence.length > 0)
    .map((sentence) => (/[？！：]$/.test(sentence) ? sentence : sentence + stop))
    .join("")
    .replace(/，$/, "。");
};

/** Classes of matter that can be gone and looked at: estates, streets, noise, pipes, cars, roads, trees. */
const VISIBLE: ReadonlySet<string> = new Set(["01", "02", "03", "04", "05", "06", "14"]);

/** What else a voice has to add. */
function asides(random: Random, { voice, kind, matter }: Telling): string[] {
  if (voice === "SENSOR" || voice === "PATROL") return random.sample(onScene, onScene.length);
  if (kind === "CONSULTATION") return random.sample(inquiries, inquiries.length);
  if (voice === "FIRM") return random.sample(concerns, concerns.length);
  const seen = VISIBLE.has(matter.code.slice(0, 2)) ? sights : circumstances;
  return random.sample([...random.sample(histories, 5), ...seen, ...random.sample(feelings, 6)], 30);
}

/** Says it: a greeting, the matter, what was tried and how it feels, in as many words as the teller has. */
export function demandText(random: Random, telling: Telling): string {
  const { voice, place, second, confidential, repeated } = telling;
  const filled = (phrases: readonly string[]): string[] =>
    phrases.map((phrase) => fill(random, phrase, telling));

  const said = substance(random, telling);
  const before = filled([
    random.pick(place === null ? openings[voice].bare : openings[voice].placed),
    ...said.slice(0, -1),
    ...(repeated ? [random.pick(repeats)] : []),
    ...(second ? [`另外，${random.pick(second.phrases.facts)}`, `也希望${second.phrases.wish}`] : []),
  ]);
  // What is asked for comes last, after all else has been told.
  const after = filled([
    ...said.slice(-1),
    ...(confidential ? [random.pick(confidences)] : []),
    random.pick(closings[voice]),
  ]);

  const [shortest, longest] = random.weighted(LENGTHS);
  const wanted = random.between(shortest, longest);
  let length = [...before, ...after].reduce((sum, phrase) => sum + phrase.length + 1, 0);
  for (const phrase of asides(random, telling)) {
    if (length >= Math.max(wanted, SHORTEST + 4)) break;
    const aside = fill(random, phrase, telling);
    before.push(aside);
    length += aside.length + 1;
  }
  const text = joined(voice, [...before, ...after]);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
