/** The shortest and the longest interval that an operator may give a feed, in milliseconds. The floor holds all the same. */
export const ownIntervalMsMin = 60_000
export const ownIntervalMsMax = 30 * 86_400_000
