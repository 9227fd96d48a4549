import { texts } from "../../language/language.tsx";
import type { Door } from "./standing.ts";

export const doorNames = texts<Readonly<Record<Door, string>>>(
  {
    records: "Who read what",
    figures: "Figures",
    grants: "Data grants",
    rules: "Case access",
    "break-glass": "Emergency access",
    agreements: "Agreements",
    chain: "Verify the chain",
    retention: "Retention",
  },
  {
    records: "访问记录",
    figures: "统计",
    grants: "数据授权",
    rules: "案内访问",
    "break-glass": "紧急访问",
    agreements: "共享协议",
    chain: "核验记录链",
    retention: "留存期限",
  },
);
