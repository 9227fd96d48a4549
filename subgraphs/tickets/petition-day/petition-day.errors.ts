import { Post } from "../../shared/principal.ts";
import { type Refusals, refusals } from "../../shared/refusal.ts";

const elsewise = {
  en: "Take it in by another channel.",
  zh: "请改用其他渠道登记。",
} as const;

/** Refusals about petition days and what is heard on them. */
export const petitionDayErrors = {
  PETITION_DAY_WRONG_POST: {
    fault: "CALLER",
    en: "{post} of {unit} announces no petition day.",
    zh: "{unit} 的 {post} 不公告信访接待日。",
    rule: "GZ-17",
    allowed: {
      en: "Leaders of a sub-district or district and the command centre announce their own.",
      zh: "街道、区县领导和指挥中心公告本单位的接待日。",
      posts: [Post.SUBDISTRICT_LEADER, Post.CENTRE_DISPATCHER, Post.DISTRICT_LEADER],
    },
  },
  PETITION_DAY_OVER: {
    fault: "CALLER",
    en: "{day} is over: a petition day is announced before people come.",
    zh: "{day} 已过，接待日须事先公告。",
    rule: "GZ-17",
    allowed: {
      en: "Announce one for {today} or later.",
      zh: "请公告 {today} 或以后的接待日。",
      earliest: "{today}",
    },
  },
  PETITION_DAY_TWICE: {
    fault: "CALLER",
    en: "{leader} of {unit} hears people on {day} already.",
    zh: "{unit} 已公告 {leader} 于 {day} 接访。",
    rule: "GZ-17",
    allowed: {
      en: "Use the day in `petitionDays`, or announce another leader's.",
      zh: "请使用 petitionDays 中的接待日，或公告其他领导的接待日。",
    },
  },
  PETITION_DAY_UNKNOWN: {
    fault: "CALLER",
    en: "There is no petition day {day}.",
    zh: "没有信访接待日 {day}。",
    rule: "GZ-17",
    allowed: { en: "Name one of `petitionDays`.", zh: "请填写 petitionDays 中的接待日。" },
  },
  PETITION_DAY_AND_CHANNEL: {
    fault: "CALLER",
    en: "Channel {channel} and the petition day given do not go together.",
    zh: "渠道 {channel} 与所填接待日不符。",
    rule: "GZ-17",
    allowed: {
      en: "What a leader heard comes by {channels} and names the day as `petition`; everything else by other channels, without one.",
      zh: "领导接访的诉求以 {channels} 渠道登记并填写 petition，其他诉求以其他渠道登记且不填。",
      values: "{channels}",
    },
  },
  PETITION_DAY_NOT_TODAY: {
    fault: "CALLER",
    en: "What is heard on the petition day of {day} is taken in on that day; it is {today}.",
    zh: "{day} 接待日的诉求须当日登记，今日为 {today}。",
    rule: "GZ-17",
    allowed: elsewise,
  },
  PETITION_DAY_ELSEWHERE: {
    fault: "CALLER",
    en: "{unit} hears people of {heard}; {division} lies elsewhere.",
    zh: "{unit} 的接待日面向 {heard}，{division} 不在其内。",
    rule: "GZ-17",
    allowed: elsewise,
  },
  PETITIONER_NOT_NAMED: {
    fault: "CALLER",
    en: "Whom the leader saw in person is named.",
    zh: "当面接谈须登记来访人。",
    rule: "GZ-17",
    allowed: {
      en: "Give `demander`, or say that the leader did not see them in person.",
      zh: "请填写 demander，或注明非当面接谈。",
    },
  },
} as const satisfies Refusals;

export const refuse = refusals(petitionDayErrors);
