/** In the place of a district code: for every district without a rule of its own, and for what was done in none. */
export const everyDistrict = "000000";
