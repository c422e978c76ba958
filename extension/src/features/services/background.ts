import { readHoldings } from '../../core/credentials/read-holdings.ts';
import type { SendHttp } from '../../core/http/http.ts';
import type { WalletRecords } from '../../core/records/wallet-records.ts';
import { loadServices } from '../../core/services/load-services.ts';
import type { WalletTrust } from '../../core/trust/wallet-trust.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';

type ServicePorts = {
  readonly records: WalletRecords;
  readonly trust: () => Promise<WalletTrust>;
  readonly send: SendHttp;
  readonly nowMs: () => number;
  /** Whether the wallet works on this origin: only those are asked. */
  readonly isUsable: (origin: string) => Promise<boolean>;
};

/** What the agencies offer. */
export function createServiceHandlers({ records, trust, send, nowMs, isUsable }: ServicePorts): FeatureHandlers<'services'> {
  return {
    'services/list': async () => {
      const { agencies } = (await trust()).list;
      const enabled = await Promise.all(agencies.map((agency) => isUsable(agency.origins[0] ?? '')));
      const loaded = await loadServices(
        agencies.filter((_agency, index) => enabled[index]),
        send,
      );
      const holdings = await readHoldings(records, nowMs());
      return { ...loaded, held: [...new Set(holdings.map(({ datum }) => datum))] };
    },
  };
}
