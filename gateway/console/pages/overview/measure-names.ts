import { texts } from "../../language/language.tsx";
import type { Measure } from "./place-rows.ts";

/** What the measures are called, in the chooser, above the table and on the map. */
export const measureNames = texts<Readonly<Record<Measure, string>>>(
  {
    received: "Tickets received",
    open: "Tickets open",
    overdue: "Tickets overdue",
    struckOff: "Tickets struck off",
    whistled: "Tickets whistled for",
    blown: "Whistles blown",
    whistlesOpen: "Whistles open",
    whistlesOverdue: "Whistles overdue",
    whistlesSolved: "Whistles solved",
    responseRate: "Response rate",
    solvedRate: "Resolution rate",
    satisfiedRate: "Satisfaction rate",
  },
  {
    received: "受理工单",
    open: "未办结工单",
    overdue: "超期工单",
    struckOff: "销号工单",
    whistled: "吹过哨的工单",
    blown: "吹哨",
    whistlesOpen: "未办结的哨",
    whistlesOverdue: "超时的哨",
    whistlesSolved: "解决的哨",
    responseRate: "响应率",
    solvedRate: "解决率",
    satisfiedRate: "满意率",
  },
);
