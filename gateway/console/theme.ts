import { createTheme } from "@mantine/core";

/** Chinese first in every stack: a Latin face would take the quotation marks and dashes of Chinese text. */
const family =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif';

export const theme = createTheme({
  fontFamily: family,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Consolas, "Noto Sans Mono CJK SC", monospace',
  headings: { fontFamily: family },
  primaryColor: "blue",
  primaryShade: { light: 8, dark: 5 },
  defaultRadius: "sm",
  autoContrast: true,
  cursorType: "pointer",
  respectReducedMotion: true,
});
