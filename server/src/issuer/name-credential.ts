/** The identifier by which a token response names the credential of a configuration. A grant holds one of each. */
export function nameCredential(configuration: string): string {
  return `${configuration}.1`;
}
