import { type CSSVariablesResolver, createTheme } from "@mantine/core";

/** Chinese first in every stack: a Latin face would take the quotation marks and dashes of Chinese text. */
const family =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif';

export const theme = createTheme({
  fontFamily: family,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Consolas, "Noto Sans Mono CJK SC", monospace',
  headings: { fontFamily: family },
  primaryColor: "blue",
  // The library chooses the words on a filled ground by the light theme's shade alone: the dark one must be the same.
  primaryShade: 8,
  defaultRadius: "sm",
  autoContrast: true,
  // Where black and white are told apart from a ground equally well, 4.6 to 1: each side of it has the better one.
  luminanceThreshold: 0.18,
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    // The top of a dialog is no second banner of the page.
    DrawerHeader: { defaultProps: { role: "none" } },
    ModalHeader: { defaultProps: { role: "none" } },
  },
});

/** The library's words on tints of their own colour, and its quiet ones, are too pale to read: the same colours, darker. */
export const readableColours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-anchor": "var(--mantine-color-blue-9)",
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
