import { texts } from "../../../language/language.tsx";
import type { LookUpKind } from "./look-up-kind.ts";

export const kindNames = texts<Readonly<Record<LookUpKind, string>>>(
  {
    ticket: "Ticket number",
    whistle: "Whistle number",
    business: "Credit code",
    powerItem: "Power item code",
    place: "Place",
    person: "Person",
    words: "Words",
  },
  {
    ticket: "工单编号",
    whistle: "哨编号",
    business: "统一社会信用代码",
    powerItem: "职权编码",
    place: "地点",
    person: "人员",
    words: "关键词",
  },
);

/** What each kind looks like; not of anybody or anything real. */
export const kindExamples = texts<Readonly<Record<LookUpKind, string>>>(
  {
    ticket: "430105-20260601-000001, or within the district 20260601-000001",
    whistle: "430105-W-20260601-0001",
    business: "91430105… (18 characters)",
    powerItem: "16 digits",
    place: "通泰街街道, or the code of a division, grid, estate or building",
    person: "a resident's number, 430105-R-…",
    words: "充电 望江 (parts of words or of a number, apart by blanks)",
  },
  {
    ticket: "430105-20260601-000001，本区可只输 20260601-000001",
    whistle: "430105-W-20260601-0001",
    business: "91430105…（18 位）",
    powerItem: "16 位数字",
    place: "通泰街街道，或区划、网格、小区、楼栋代码",
    person: "居民编号 430105-R-…",
    words: "充电 望江（可为词或编号的一部分，以空格分开）",
  },
);

export const lookUpTexts = texts(
  {
    about: "By number, code, place, person or words. You find what your post may see.",
    box: "Look up",
    placeholder: "Number, code, place or words",
    enter: "Look up",
    taken: "Looked up as",
    short: "At least two characters.",
    identity: "Identity numbers of citizens are looked up nowhere here. Nothing was sent.",
    examples: "What can be looked up",
    people: "Or a name or telephone, as the centre may.",
    recent: "Looked up before in this tab",
    inAddress:
      "An identity number stood in the address. It was taken out and not looked up: identity numbers of citizens are looked up nowhere here.",
    gone: "What was looked up here may name somebody, and is not kept when the page is loaded anew. Type it again.",
    kept: "Codes and numbers of cases alone: words, names and telephones are not kept.",
    list: "Cases found",
    none: "Nothing found",
    many: "There are more than fit here. The best fits stand first; a further word, such as a place, a matter or a day, leaves fewer.",
    most: (count: number) =>
      `These are the latest ${count} that fit; there may be more. A further word, such as a place, a matter or a day, leaves fewer.`,
    sight:
      "Or have it taken for something else above. You find what your post may see. If it should be there and is not, ask the command centre.",
    notPeople: "Your post may not look for people by name or telephone. Nothing was sent.",
    person: "Words, names and telephones are kept out of the address and of what was looked up before.",
    which: "Which place is meant?",
    noPlace: "No such place in your district",
    open: "Open the whistle's board",
    noBusiness: "The register has no such business; cases may name it all the same.",
    noItem: "No such power item",
  },
  {
    about: "可按编号、代码、地点、人员或关键词查。只列出您的岗位有权查看的内容。",
    box: "查找内容",
    placeholder: "编号、代码、地点或关键词",
    enter: "查找",
    taken: "识别为",
    short: "至少输入两个字符。",
    identity: "本系统不按公民身份号码查找，内容未发送。",
    examples: "可以这样查",
    people: "指挥中心还可按姓名或电话查。",
    recent: "本标签页最近查过",
    inAddress: "网址中含有公民身份号码，已从网址中去除，未予查询。本系统不按公民身份号码查找。",
    gone: "上次查找的内容可能涉及个人，刷新后不保留，请重新输入。",
    kept: "仅保留编号和代码，关键词、姓名和电话不保留。",
    list: "查到的案件",
    none: "没有查到",
    many: "结果较多，最相关的排在前面。可再加一个词（如地点、事项、日期）缩小范围。",
    most: (count: number) =>
      `只列出最近的 ${count} 件，可能还有更多。请再加一个词（如地点、事项、日期）缩小范围。`,
    sight: "也可在上方改按其他类型查。只列出您的岗位有权查看的内容；应有而未查到的，请联系指挥中心。",
    notPeople: "您的岗位不能按姓名或电话查人，内容未发送。",
    person: "关键词、姓名和电话不写入网址，也不保留在最近查过之中。",
    which: "指的是哪个地点？",
    noPlace: "本区没有这个地点",
    open: "打开哨情看板",
    noBusiness: "登记系统中没有该主体，但案件中仍可能提及。",
    noItem: "没有这个职权事项",
  },
);

/** What to do next where nothing was found, by what was looked up. */
export const noneTexts = texts<Readonly<Record<LookUpKind, string>>>(
  {
    ticket:
      "Check the number. Who knows only a part of it looks that up as words: the day, 20260601, or the last six digits.",
    whistle: "Check the number, or look up the ticket it was blown from.",
    business: "Check the code's 18 characters, or look up the business by its name as words.",
    powerItem: "Check the 16 digits, or look up the item by its name as words.",
    place:
      "No case lies there. Look up a larger place, such as the sub-district, or the place's name as words.",
    person: "Check the number, or look up the case by its place or by words.",
    words: "Leave out a word, or take another name for it: of the place, of the matter.",
  },
  {
    ticket: "请核对编号。只记得一部分的，可按关键词查日期（如 20260601）或末六位。",
    whistle: "请核对编号，或改查吹哨所依据的工单。",
    business: "请核对 18 位代码，或按关键词查单位名称。",
    powerItem: "请核对 16 位编码，或按关键词查事项名称。",
    place: "该地点没有案件。可改查上一级地点（如街道），或按关键词查地名。",
    person: "请核对编号，或按地点、关键词查案件。",
    words: "可减少关键词，或换一种说法（地名、事项的其他叫法）。",
  },
);
