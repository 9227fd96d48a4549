import { BarChart, MapChart } from "echarts/charts";
import { AriaComponent, GridSimpleComponent } from "echarts/components";
import { use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";

// No more than is drawn: legends are the page's own, which can be read and followed without a pointer.
use([AriaComponent, BarChart, GridSimpleComponent, LabelLayout, MapChart, SVGRenderer]);

export { type ECharts, init, registerMap, use } from "echarts/core";
