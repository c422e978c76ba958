/** Puts back what stood in a control before; whether it stands there again. */
export type Restore = () => boolean | Promise<boolean>;
