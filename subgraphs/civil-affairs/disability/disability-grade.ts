import { registerEnumType } from "type-graphql";

/** In the order of the standard, which gives the certificate number its digit. */
export enum DisabilityCategory {
  VISUAL = "VISUAL",
  HEARING = "HEARING",
  SPEECH = "SPEECH",
  PHYSICAL = "PHYSICAL",
  INTELLECTUAL = "INTELLECTUAL",
  MENTAL = "MENTAL",
  MULTIPLE = "MULTIPLE",
}
registerEnumType(DisabilityCategory, {
  name: "DisabilityCategory",
  description: "The seven categories of disability (残疾类别, GB/T 26341)",
  valuesConfig: {
    VISUAL: { description: "Visual (视力残疾)" },
    HEARING: { description: "Hearing (听力残疾)" },
    SPEECH: { description: "Speech (言语残疾)" },
    PHYSICAL: { description: "Physical (肢体残疾)" },
    INTELLECTUAL: { description: "Intellectual (智力残疾)" },
    MENTAL: { description: "Mental (精神残疾)" },
    MULTIPLE: { description: "More than one of the others (多重残疾)" },
  },
});

export enum DisabilityGrade {
  ONE = "ONE",
  TWO = "TWO",
  THREE = "THREE",
  FOUR = "FOUR",
}
registerEnumType(DisabilityGrade, {
  name: "DisabilityGrade",
  description: "The four grades of disability, the first the gravest (残疾等级, GB/T 26341)",
  valuesConfig: {
    ONE: { description: "Grade one, extremely severe (一级)" },
    TWO: { description: "Grade two, severe (二级)" },
    THREE: { description: "Grade three, moderate (三级)" },
    FOUR: { description: "Grade four, mild (四级)" },
  },
});
