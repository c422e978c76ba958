import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { JoiningProblem } from './joining-world.ts';

export type GroundOptions = {
  /** Configuration of another server, whose roots, trust list, wallets and clock are taken over. */
  readonly like?: string | undefined;
  /** PEM files. */
  readonly root?: readonly string[] | undefined;
  readonly 'trust-list'?: string | undefined;
  readonly wallet?: readonly string[] | undefined;
  readonly 'time-stamps'?: string | undefined;
};

/** What is the same for all agencies of one country. */
export type Ground = {
  readonly rootsPem: string;
  readonly settings: {
    readonly walletOrigins: readonly string[];
    readonly trustListUrl?: string;
    readonly trustListFile?: string;
    readonly timeStampsFrom?: string;
    readonly kitFile: string;
  };
};

/** Where `npm run pack` and `npm start` leave the script tag. */
const kitFile = join(import.meta.dirname, '../../../kit/dist/kit.js');

/** What the options say of roots, trust list, wallets and clock; from another server's configuration where they name one. @throws JoiningProblem `option-missing`, `config-invalid` */
export async function readGround(options: GroundOptions): Promise<Ground> {
  return options.like === undefined ? readStated(options) : readLike(options.like);
}

function readStated({ root = [], wallet = [], ...options }: GroundOptions): Ground {
  const trustListUrl = options['trust-list'];
  const timeStampsFrom = options['time-stamps'];
  if (root.length === 0) throw new JoiningProblem('option-missing', { what: '--root' });
  if (trustListUrl === undefined) throw new JoiningProblem('option-missing', { what: '--trust-list' });
  if (wallet.length === 0) throw new JoiningProblem('option-missing', { what: '--wallet' });
  const clock = timeStampsFrom === undefined ? {} : { timeStampsFrom };
  return { rootsPem: readAll(root), settings: { walletOrigins: wallet, trustListUrl, ...clock, kitFile } };
}

async function readLike(file: string): Promise<Ground> {
  // A file that is not there says so by itself.
  if (!existsSync(file)) readFileSync(file);
  const config = await readConfig({ DARICHEH_CONFIG: file }).catch((cause: unknown) => {
    throw new JoiningProblem('config-invalid', { what: cause instanceof Error ? cause.message : file, cause });
  });
  const { walletOrigins, anchors, trustListUrl, trustListFile, agencies } = config;
  const timeStampsFrom = agencies.map((agency) => agency.timeStampsFrom).find((address) => address !== undefined);
  return {
    rootsPem: readAll(anchors),
    settings: {
      walletOrigins,
      ...(trustListUrl === undefined ? {} : { trustListUrl }),
      ...(trustListFile === undefined ? {} : { trustListFile }),
      ...(timeStampsFrom === undefined ? {} : { timeStampsFrom }),
      kitFile: config.kitFile ?? kitFile,
    },
  };
}

function readAll(files: readonly string[]): string {
  return files.map((file) => `${readFileSync(file, 'utf8').trim()}\n`).join('');
}
