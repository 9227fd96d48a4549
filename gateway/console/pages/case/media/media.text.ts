import { texts } from "../../../language/language.tsx";

/** Words for the photos and recordings that came with a demand. */
export const mediaTexts = texts(
  {
    title: "Photos and recordings",
    nth: (kind: string, nth: number, of: number) => (of === 1 ? kind : `${kind} ${nth} of ${of}`),
    came: (what: string, demand: string) => `${what}, came with demand ${demand}`,
    enlarge: (what: string) => `Enlarge: ${what}`,
    open: (what: string) => `Open: ${what}`,
    previous: "Previous",
    next: "Next",
    close: "Close",
    record: "Whoever opens it goes on record.",
    unknown: (type: string) =>
      `This browser cannot show ${type}. Save the file and open it with a program that can.`,
    save: "Save the file",
    sound: "A voice tells who speaks: it is for those who may know who asked.",
    again: "Try again",
  },
  {
    title: "照片、语音",
    nth: (kind: string, nth: number, of: number) => (of === 1 ? kind : `${kind} ${nth}（共 ${of} 件）`),
    came: (what: string, demand: string) => `${what}，随诉求 ${demand} 报来`,
    enlarge: (what: string) => `放大：${what}`,
    open: (what: string) => `打开：${what}`,
    previous: "上一件",
    next: "下一件",
    close: "关闭",
    record: "打开即留痕。",
    unknown: (type: string) => `本浏览器无法显示 ${type} 格式，请保存文件后用其他程序打开。`,
    save: "保存文件",
    sound: "录音能听出说话人，只向可知悉诉求人身份的单位开放。",
    again: "重试",
  },
);
