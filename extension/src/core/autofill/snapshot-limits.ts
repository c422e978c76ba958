/** What a page may make us read: more is cut off, not refused, so that a hostile page costs no more than a large one. */
export const snapshotLimits = { fields: 500, text: 200, options: 400, optionText: 80, groups: 6 } as const;
