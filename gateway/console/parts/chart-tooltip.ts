import { TooltipComponent } from "echarts/components";
import { use } from "./chart-library.ts";

// What a chart tells under a pointer comes with the pointer: the table beside it tells it to everybody.
use(TooltipComponent);
