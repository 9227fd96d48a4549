import { registerEnumType } from "type-graphql";

/** 行业, in the few classes that governance in a street tells apart. */
export enum Trade {
  RESTAURANT = "RESTAURANT",
  SHOP = "SHOP",
  STALL = "STALL",
  WORKSHOP = "WORKSHOP",
  PLANT = "PLANT",
  COMPANY = "COMPANY",
  CLINIC = "CLINIC",
  SCHOOL = "SCHOOL",
}
registerEnumType(Trade, {
  name: "Trade",
  description: "What a business does, in the classes a street tells apart (行业)",
  valuesConfig: {
    RESTAURANT: { description: "Prepares food for its guests (餐饮)" },
    SHOP: { description: "Retail shop (零售)" },
    STALL: { description: "Stall in a market (市场摊位)" },
    WORKSHOP: { description: "Repairs or makes things in a workshop (加工修理)" },
    PLANT: { description: "Plant or works (生产)" },
    COMPANY: { description: "Office, trading or service company (公司)" },
    CLINIC: { description: "Clinic or pharmacy (医药)" },
    SCHOOL: { description: "Tutoring, training or day-care (教育培训)" },
  },
});
