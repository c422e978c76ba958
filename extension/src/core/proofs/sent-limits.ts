/** What a page may make us keep of one form: more is cut off. None is above `localProofLimits`. */
export const sentLimits = { value: 10_000, path: 2000, files: 50, fileName: 300 } as const;
