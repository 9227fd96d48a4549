import { expect, it } from "vitest";
import { refusalOf } from "./refusal.ts";

it("does not call what is withheld by the name the graph has for it", () => {
  const { message, details } = refusalOf({
    message: "Division.rates is withheld from you: it needs an official post. Ask its owner for access.",
    path: ["division", "rates"],
    extensions: {
      code: "WITHHELD",
      messageZh: "Division.rates 未向您开放：需要本区的公务岗位，请向数据所有单位申请。",
      details: { coordinate: "Division.rates" },
    },
  });
  expect(message).toEqual({
    en: "This is withheld from you: it needs an official post. Ask its owner for access.",
    zh: "此项未向您开放：需要本区的公务岗位，请向数据所有单位申请。",
  });
  expect(details).toEqual({ coordinate: "Division.rates" });
});

it("leaves a sentence that begins otherwise as it is", () => {
  const sentence = { en: "The ticket is closed.", zh: "工单已销账。" };
  const extensions = { code: "TICKET_STATE", messageZh: sentence.zh, details: { coordinate: "Ticket" } };
  expect(refusalOf({ message: sentence.en, extensions }).message).toEqual(sentence);
});
