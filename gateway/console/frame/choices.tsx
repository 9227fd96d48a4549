import { ActionIcon, Button, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { texts, useLanguage, useText } from "../language/language.tsx";

const said = texts({ light: "Light colours", dark: "Dark colours" }, { light: "浅色", dark: "深色" });

/** The other language, named in itself: who cannot read this one finds it. */
export function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const other = language === "zh" ? "en" : "zh";
  return (
    <Button
      variant="subtle"
      color="gray"
      c="inherit"
      size="compact-sm"
      lang={other}
      onClick={() => choose(other)}
    >
      {other === "en" ? "English" : "中文"}
    </Button>
  );
}

export function ColourSwitch() {
  const text = useText(said);
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme("light") === "dark";
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      c="inherit"
      aria-label={dark ? text.light : text.dark}
      title={dark ? text.light : text.dark}
      onClick={() => setColorScheme(dark ? "light" : "dark")}
    >
      <span aria-hidden="true">{dark ? "☀" : "☾"}</span>
    </ActionIcon>
  );
}
