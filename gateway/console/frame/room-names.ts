import { texts } from "../language/language.tsx";
import type { Room } from "../routes.ts";

/** What the rooms are called, in the navigation and at their top. */
export const roomNames = texts<Readonly<Record<Room, string>>>(
  {
    overview: "Overview",
    case: "Case look-up",
    work: "My work",
    whistles: "Whistles",
    tickets: "Tickets",
    access: "Access",
  },
  {
    overview: "总览",
    case: "查案件",
    work: "我的待办",
    whistles: "吹哨",
    tickets: "工单",
    access: "数据访问",
  },
);
