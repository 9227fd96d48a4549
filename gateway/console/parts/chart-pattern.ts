/**
 * Patterns upon the colours of series, so that they are told apart without them: as the chart library takes them, and
 * the class of `chart-pattern.module.css` that looks like each, for a legend.
 */
const line = { color: "rgba(255, 255, 255, 0.55)", dashArrayX: [1, 0], symbolSize: 1 } as const;
const turn = Math.PI / 4;

export const decals = [
  { symbol: "none" },
  { ...line, dashArrayY: [2, 5], rotation: -turn },
  { ...line, dashArrayY: [2, 5], rotation: turn },
  { ...line, dashArrayY: [2, 4], rotation: 0 },
  { ...line, dashArrayY: [2, 4], rotation: 2 * turn },
  { ...line, symbol: "circle", dashArrayX: [5, 3], dashArrayY: [5, 3], symbolSize: 0.8 },
  { ...line, dashArrayY: [1, 2], rotation: -turn },
] as const;

export const patternClasses = ["plain", "down", "up", "across", "upright", "dots", "fine"] as const;
