import { type CSSVariablesResolver, createTheme } from "@mantine/core";

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

/** The library's words on tints of their own colour, and its quiet ones, are too pale to read: the same colours, darker. */
export const readableColours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "var(--mantine-color-gray-7)",
    "--mantine-color-placeholder": "var(--mantine-color-gray-7)",
    "--mantine-color-error": "var(--mantine-color-red-9)",
    "--mantine-color-red-light-color": "#a51111",
    "--mantine-color-orange-light-color": "#8a3500",
    "--mantine-color-yellow-light-color": "#6b4700",
    "--mantine-color-green-light-color": "#1d6630",
    "--mantine-color-teal-light-color": "#086148",
    "--mantine-color-blue-light-color": "var(--mantine-color-blue-9)",
    "--mantine-color-grape-light-color": "#7c2891",
    "--mantine-color-gray-light-color": "var(--mantine-color-gray-8)",
  },
  dark: {
    "--mantine-color-dimmed": "var(--mantine-color-dark-1)",
    "--mantine-color-placeholder": "var(--mantine-color-dark-1)",
    "--mantine-color-error": "var(--mantine-color-red-5)",
  },
});
