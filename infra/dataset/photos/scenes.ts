import type { Random } from "../world/random.ts";
import type { Shape } from "./drawing.ts";

/** What is seen where demands of some matters come from. */
export interface Scene {
  /** Codes of the matters, the same in every district. */
  readonly matters: readonly string[];
  /** No two demands need show the same. */
  readonly shapes: (random: Random) => readonly Shape[];
}

const paints = [0xa23b3b, 0x2f6690, 0xe0e4e8, 0x3b5249, 0xb7791f] as const;

const wheels = (left: number, right: number, top: number): readonly Shape[] =>
  [left, right].flatMap((at): Shape[] => [
    ["disc", 0x27303a, at, top, 60, 60],
    ["disc", 0xcbd2d9, at + 18, top + 18, 24, 24],
  ]);

/** From its side, 300 wide and 124 high. */
const car = (left: number, top: number, paint: number): readonly Shape[] => [
  ["disc", paint, left + 52, top, 190, 96],
  ["disc", 0xd9e8f5, left + 74, top + 13, 146, 78],
  ["box", paint, left + 140, top + 4, 12, 60],
  ["box", paint, left, top + 56, 300, 42],
  ["disc", paint, left - 12, top + 56, 40, 42],
  ["disc", paint, left + 274, top + 56, 40, 42],
  ["box", 0xf5d76e, left + 292, top + 64, 18, 10],
  ...wheels(left + 34, left + 206, top + 66),
];

const bin = (left: number, body: number, lid: number): readonly Shape[] => [
  ["box", body, left + 8, 142, 92, 130],
  ["box", lid, left, 126, 108, 18],
  ["box", lid, left + 42, 168, 24, 40],
];

const bag = (left: number, top: number, size: number, colour: number): readonly Shape[] => [
  ["box", colour, left + size / 2 - 6, top - 12, 12, 20],
  ["disc", colour, left, top, size, size],
];

/** Waste that nobody collected: 生活垃圾清运, 建筑垃圾堆放. */
const waste: Scene = {
  matters: ["0202", "0206"],
  shapes: (random) => [
    ["box", 0xece7df, 0, 0, 480, 360],
    ...[50, 100, 150, 200].map((top): Shape => ["box", 0xddd3c4, 0, top, 480, 4]),
    ["box", 0xbfc5bb, 0, 228, 480, 132],
    ...bin(48, 0x3d8b4f, 0x27432f),
    ...bin(170, 0x4a6fa5, 0x38568a),
    ...Array.from({ length: random.between(3, 6) }, () =>
      bag(
        random.between(268, 400),
        random.between(176, 236),
        random.between(48, 70),
        random.pick([0x323f4b, 0x52606d]),
      ),
    ).flat(),
    ["box", 0xa8632a, random.between(240, 300), 266, 48, 28],
    ["box", 0xc98a4b, random.between(120, 200), 274, 38, 20],
  ],
};

/** A cover beside its hole: 井盖缺失破损. */
const cover: Scene = {
  matters: ["0408"],
  shapes: (random) => {
    const [left, top] = [random.between(60, 120), random.between(150, 180)];
    return [
      ["box", 0x9aa5b1, 0, 0, 480, 360],
      ["box", 0xcbd2d9, 0, 0, 480, 70],
      ["box", 0xe4e7eb, 0, 70, 480, 14],
      ...[40, 190, 340].map((at): Shape => ["box", 0xf5f7fa, at, 112, 84, 9]),
      ["disc", 0x12181f, 150, 184, 200, 106],
      ["disc", 0x323f4b, left, top, 200, 106],
      ["disc", 0x616e7c, left + 9, top + 6, 182, 88],
      ...[26, 44, 62].map((down): Shape => ["box", 0x323f4b, left + 44, top + down, 112, 7]),
      ["box", 0xde6b1f, 398, 160, 16, 104],
      ["box", 0xffffff, 398, 192, 16, 18],
      ["box", 0xde6b1f, 380, 262, 52, 12],
    ];
  },
};

/** A hole in the road with water in it: 道路破损. */
const hole: Scene = {
  matters: ["0406"],
  shapes: (random) => {
    const [left, width] = [random.between(90, 170), random.between(170, 230)];
    return [
      ["box", 0xb8c9d9, 0, 0, 480, 360],
      ["box", 0x7a9a6d, 0, 56, 480, 40],
      ["box", 0x7b8794, 0, 90, 480, 270],
      ...[10, 130, 250, 370].map((at): Shape => ["box", 0xf5f7fa, at, 128, 70, 8]),
      ["disc", 0x52606d, left - 18, 172, width + 40, 122],
      ["disc", 0x3e4c59, left, 186, width, 94],
      ["disc", 0x8fb3cc, left + 30, 218, width - 50, 50],
      ...Array.from(
        { length: 7 },
        (): Shape => ["disc", 0x52606d, random.between(20, 430), random.between(190, 290), 22, 12],
      ),
    ];
  },
};

/** One post for all, and it is out of order: 电动汽车充电桩安装. */
const chargingPost: Scene = {
  matters: ["0501"],
  shapes: (random) => [
    ["box", 0xd5dbe1, 0, 0, 480, 360],
    ["box", 0xaab4be, 0, 30, 480, 12],
    ["box", 0x8f9aa6, 0, 232, 480, 128],
    ["box", 0xf5f7fa, 6, 240, 8, 120],
    ["box", 0xf5f7fa, 362, 240, 8, 120],
    ["box", 0xf5f7fa, 396, 96, 60, 164],
    ["box", 0x2f6690, 396, 96, 60, 26],
    ["box", 0x27303a, 406, 132, 40, 30],
    ["disc", random.pick([0xc13515, 0xc13515, 0x3d8b4f]), 416, 174, 20, 20],
    ["box", 0x27303a, 386, 150, 10, 84],
    ["box", 0x27303a, 340, 226, 56, 8],
    ...car(44, 138, random.pick(paints)),
  ],
};

/** Bicycles that wait for a socket: 电动自行车上楼与充电. */
const chargingShed: Scene = {
  matters: ["0106"],
  shapes: (random) => [
    ["box", 0xe0e8f0, 0, 0, 480, 360],
    ["box", 0xb8c4ce, 0, 246, 480, 114],
    ["box", 0x52606d, 30, 40, 420, 38],
    ["box", 0x3e4c59, 48, 78, 12, 176],
    ["box", 0x3e4c59, 420, 78, 12, 176],
    ...[92, 210, 328].flatMap((left): Shape[] => [
      ["box", 0x7b8794, left, 98, 62, 74],
      ["box", 0xffffff, left + 4, 102, 54, 66],
      ["disc", random.pick([0xc13515, 0xc13515, 0x3d8b4f]), left + 20, 122, 24, 24],
    ]),
    ...[74, 262].flatMap((left): Shape[] => [
      ["box", random.pick(paints), left + 26, 222, 104, 14],
      ["box", 0x27303a, left + 36, 196, 44, 10],
      ["box", 0x27303a, left + 52, 204, 8, 22],
      ["box", 0x27303a, left + 112, 176, 8, 60],
      ["box", 0x27303a, left + 96, 174, 38, 8],
      ...wheels(left, left + 96, 234),
    ]),
  ],
};

/** A car where none may stand: 小区停车难, 机动车违法停放, 消防通道堵塞. */
const parkedCar: Scene = {
  matters: ["0502", "0503", "0506"],
  shapes: (random) => [
    ["box", 0xd9e2ec, 0, 0, 480, 360],
    ["box", 0xc6a98b, 0, 0, 480, 120],
    ...[40, 150, 260].map((left): Shape => ["box", 0x8fb3cc, left, 24, 66, 60]),
    ["box", 0x9aa5b1, 0, 214, 480, 146],
    ...[0, 1, 2, 3, 4, 5].map((nth): Shape => ["box", 0xe3b505, 10 + nth * 80, 284, 56, 14]),
    ["box", 0x7b8794, 421, 70, 10, 190],
    ["disc", 0xc13515, 388, 16, 76, 76],
    ["disc", 0x1d4e89, 396, 24, 60, 60],
    ...Array.from({ length: 11 }, (_, step): Shape => ["box", 0xc13515, 402 + step * 4, 29 + step * 4, 9, 9]),
    ...car(random.between(30, 74), 150, random.pick(paints)),
  ],
};

/** A street at night, and no light: 路灯不亮. */
const streetLamp: Scene = {
  matters: ["0407"],
  shapes: (random) => {
    const left = random.between(90, 150);
    return [
      ["box", 0x1b263b, 0, 0, 480, 360],
      ...Array.from(
        { length: 12 },
        (): Shape => ["disc", 0x8d99ae, random.between(10, 460), random.between(8, 90), 4, 4],
      ),
      ["box", 0x0d1321, 250, 70, 190, 180],
      ...[272, 332, 392].map(
        (at): Shape => ["box", random.pick([0xf2c14e, 0x25304a]), at, random.pick([96, 156]), 28, 34],
      ),
      ["box", 0x25304a, 0, 236, 480, 124],
      ["box", 0x56617a, left, 60, 12, 214],
      ["box", 0x56617a, left, 60, 92, 10],
      ["disc", 0x3a4560, left + 62, 60, 56, 26],
      ["box", 0x56617a, left - 12, 268, 36, 12],
    ];
  },
};

export const scenes: readonly Scene[] = [
  waste,
  cover,
  hole,
  chargingPost,
  chargingShed,
  parkedCar,
  streetLamp,
];
