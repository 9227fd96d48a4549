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
          {value ? text.anew : text.ask}
        </Button>
        {value ? (
          <>
            <Text size="sm">{text.at(value.latitude.toFixed(5), value.longitude.toFixed(5))}</Text>
            <Button variant="subtle" onClick={() => onChange?.(null)}>
              {text.without}
            </Button>
          </>
        ) : null}
      </Group>
      {denied && !value ? <Typed onChange={onChange} /> : null}
    </Input.Wrapper>
  );
}

function Typed({ onChange }: { onChange: ((value: Position | null) => void) | undefined }) {
  const text = useText(said);
  const [typed, setTyped] = useState<{ latitude?: number; longitude?: number }>({});
  const set = (name: keyof Position) => (value: number | string) => {
    const next = { ...typed, [name]: typeof value === "number" ? value : undefined };
    setTyped(next);
    const { latitude, longitude } = next;
    if (latitude !== undefined && longitude !== undefined) onChange?.({ latitude, longitude });
  };
  return (
    <Group grow mt="xs">
      <NumberInput
        label={text.latitude}
        onBlur={(event) => set("latitude")(Number(event.currentTarget.value) || "")}
        min={3}
        max={54}
        decimalScale={6}
        hideControls
      />
      <NumberInput
        label={text.longitude}
        onBlur={(event) => set("longitude")(Number(event.currentTarget.value) || "")}
        min={73}
        max={136}
        decimalScale={6}
        hideControls
      />
    </Group>
  );
}
