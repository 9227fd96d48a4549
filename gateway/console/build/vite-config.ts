import react from "@vitejs/plugin-react";
import type { InlineConfig } from "vite";

/** How the console is built; where to is said by who builds it. */
export const viteConfig: InlineConfig = {
  configFile: false,
  logLevel: "warn",
  plugins: [react()],
  build: {
    assetsDir: "console-assets",
    // Fonts and pictures stay files: the content security policy takes no style that carries them.
    assetsInlineLimit: 0,
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // Beyond this a chunk is worth a look; the first page's whole is held by a test.
    chunkSizeWarningLimit: 700,
    target: "es2022",
    // The first of each that know light-dark(): written out for older ones it would follow the system, not the switch.
    cssTarget: ["chrome123", "edge123", "firefox120", "safari17.5"],
  },
};
