import { registerEnumType } from "type-graphql";

/** What came with a demand, by how it is looked at. */
export enum MediaKind {
  PHOTO = "PHOTO",
  VOICE = "VOICE",
  VIDEO = "VIDEO",
}
registerEnumType(MediaKind, {
  name: "MediaKind",
  description: "Kind of what came with a demand (媒体类型)",
  valuesConfig: {
    PHOTO: { description: "A photo (照片)" },
    VOICE: { description: "A recording of somebody speaking (语音)" },
    VIDEO: { description: "A film (视频)" },
  },
});

/** Whether one may hear who speaks. */
export const hasSound = (kind: MediaKind): boolean => kind !== MediaKind.PHOTO;
