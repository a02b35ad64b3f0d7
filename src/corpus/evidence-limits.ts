/** How much of each answer travels at once; the local server and the one-file copy bound their answers alike. */

/** Objects of a pair. */
export const MATCH_LIMIT = 200;
/** Touches of one object. */
export const TOUCH_LIMIT = 200;
/** Hits of each kind. */
export const HIT_LIMIT = 25;
/** Posts of an account or a site. */
export const POST_PAGE = 100;
/** Longest question that is searched for, in characters. */
export const QUESTION_LIMIT = 200;
