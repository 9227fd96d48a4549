import { registerEnumType } from "type-graphql";

/** The five kinds of demand (《北京市接诉即办工作条例》); suggestions are demands too (KF-6). */
export enum DemandKind {
  CONSULTATION = "CONSULTATION",
  HELP = "HELP",
  COMPLAINT = "COMPLAINT",
  REPORT = "REPORT",
  SUGGESTION = "SUGGESTION",
}
registerEnumType(DemandKind, {
  name: "DemandKind",
  description: "Kind of demand (诉求类型)",
  valuesConfig: {
    CONSULTATION: { description: "Asks for information (咨询)" },
    HELP: { description: "Asks for help (求助)" },
    COMPLAINT: { description: "Complains (投诉)" },
    REPORT: { description: "Reports an offence (举报)" },
    SUGGESTION: { description: "Suggests (建议, KF-6)" },
  },
});
