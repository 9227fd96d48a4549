import { checkMobileNumber } from "../shared/codes.ts";

/** Whether somebody is reached by it: a mobile number, or a fixed line with its area code. */
export const isTelephone = (text: string): boolean =>
  !checkMobileNumber(text) || /^0\d{2,3}-?\d{7,8}$/.test(text);
