import { Button, Group, Input, NumberInput, Text } from "@mantine/core";
import { useState } from "react";
import { texts, useText } from "../../../language/language.tsx";
import type { Position } from "../field.ts";

const said = texts(
  {
    ask: "Use my position",
    anew: "Take anew",
    without: "Without",
    asking: "Asking the device",
    denied: "The device gave no position. Allow it in the browser, or type it in.",
    latitude: "Latitude",
    longitude: "Longitude",
    at: (latitude: string, longitude: string) => `${latitude}° N, ${longitude}° E`,
  },
  {
    ask: "使用当前位置",
    anew: "重新定位",
    without: "不提供",
    asking: "正在获取位置",
    denied: "未能取得位置，请在浏览器中允许定位，或手工填写。",
    latitude: "纬度",
    longitude: "经度",
    at: (latitude: string, longitude: string) => `北纬 ${latitude}°，东经 ${longitude}°`,
  },
);

/** Where somebody is, asked of the browser when they say so; typed in where the device does not tell. */
export function PositionInput({
  label,
  description,
  withAsterisk,
  value,
  onChange,
  error,
}: {
  label: string;
  description: string | undefined;
  withAsterisk: boolean;
  value?: Position | null;
  onChange?: (value: Position | null) => void;
  error?: unknown;
}) {
  const text = useText(said);
  const [asking, setAsking] = useState(false);
  const [denied, setDenied] = useState(false);
  const ask = () => {
    setAsking(true);
    const given = ({ coords: { latitude, longitude } }: GeolocationPosition) => {
      setAsking(false);
      setDenied(false);
      onChange?.({ latitude, longitude });
    };
    const refused = () => {
      setAsking(false);
      setDenied(true);
    };
    if (!navigator.geolocation) refused();
    else
      navigator.geolocation.getCurrentPosition(given, refused, { enableHighAccuracy: true, timeout: 10_000 });
  };
  return (
    <Input.Wrapper
      label={label}
      description={denied ? text.denied : description}
      withAsterisk={withAsterisk}
      error={error as string | undefined}
      labelElement="div"
    >
      <Group gap="xs" mt={4}>
        <Button
          variant="default"
          onClick={ask}
          loading={asking}
          aria-label={asking ? text.asking : undefined}
        >
          {value && !denied ? text.anew : text.ask}
        </Button>
        {value && !denied ? (
          <>
            <Text size="sm">{text.at(value.latitude.toFixed(5), value.longitude.toFixed(5))}</Text>
            <Button variant="subtle" onClick={() => onChange?.(null)}>
              {text.without}
            </Button>
          </>
        ) : null}
      </Group>
      {denied ? <Typed value={value ?? null} onChange={onChange} /> : null}
    </Input.Wrapper>
  );
}

/** Both by hand. One without the other is no position, and is kept as such, so that the form can say so. */
function Typed({
  value,
  onChange,
}: {
  value: Position | null;
  onChange: ((value: Position | null) => void) | undefined;
}) {
  const text = useText(said);
  const set = (name: keyof Position) => (typed: number | string) => {
    const missing = { latitude: Number.NaN, longitude: Number.NaN };
    const next = { ...missing, ...value, [name]: typed === "" ? Number.NaN : Number(typed) };
    onChange?.(Number.isNaN(next.latitude) && Number.isNaN(next.longitude) ? null : next);
  };
  const shown = (degrees: number | undefined): number | string =>
    degrees === undefined || Number.isNaN(degrees) ? "" : degrees;
  return (
    <Group grow mt="xs">
      {(["latitude", "longitude"] as const).map((name) => (
        <NumberInput
          key={name}
          label={text[name]}
          value={shown(value?.[name])}
          onChange={set(name)}
          decimalScale={6}
          hideControls
        />
      ))}
    </Group>
  );
}
