/** Most file boxes that are read in one frame. Apart from the schemas, which the script in pages does without. */
export const maxUploads = 30;
